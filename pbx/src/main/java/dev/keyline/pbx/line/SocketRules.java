package dev.keyline.pbx.line;

/// How the port treats its sockets. The options are Keyline's own; they matter where hundreds of
/// calls share a machine.
///
/// @param threads loops that serve the port, 1 to 64 (`threads`)
/// @param rest nanoseconds that datagrams may wait for each other while much is received
///   (`coalesce`)
/// @param busyPoll nanoseconds after a datagram in which the port asks for the next one without
///   sleeping (`busypoll`)
/// @param buffers octets asked of the system for each socket and direction (`socketbuffer`)
public record SocketRules(int threads, long rest, long busyPoll, int buffers) {
    private static final long MICRO = 1_000;
    private static final int KIB = 1024;

    static SocketRules read(SectionReader values) {
        return new SocketRules(
                values.number("threads", 1, 64, 1),
                values.number("coalesce", 0, 1000, 1000) * MICRO,
                values.number("busypoll", 0, 1_000_000, 0) * MICRO,
                values.number("socketbuffer", 64, 1_000_000, 4096) * KIB);
    }
}

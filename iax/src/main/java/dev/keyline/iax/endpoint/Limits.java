package dev.keyline.iax.endpoint;

/// The limits of one port, each with its name in `iax.conf`. Times are nanoseconds.
/// `docs/security.md` says which counter shows that one was reached.
///
/// @param callsPerAddress call numbers one remote address may hold (`maxcallnumbers`)
/// @param unvalidatedCalls calls in all that came without a call token
///   (`maxcallnumbers_nonvalidated`); Asterisk allows 8192, half of its numbers
/// @param unprovenCalls callers in all that were asked who they are and have not answered
///   (`maxunproven`)
/// @param tokenLife how long a call token is good (`calltokenexpiration`)
/// @param rest how long a call number is not used again (`numberrest`)
/// @param strangersPerSecond answers a second to datagrams that belong to no call, in all
///   (`strangerspersecond`)
/// @param strangersPerAddress the same for one address (`strangersperaddress`)
/// @param noticesPerSecond lines of the log a second about what peers do wrong, in all; one address
///   gets one (`noticespersecond`)
/// @param pingsPerSecond PINGs and LAGRQs a second that are answered in one call (`pingspersecond`)
/// @param signaturesPerSecond challenges a second of one address that are signed; more wait
///   (`signaturespersecond`)
/// @param signaturesWaiting challenges in all that may wait to be signed; a call beyond them fails
///   (`signaturequeue`)
/// @param transfersPerMinute requests to move one call that are taken up in a minute
///   (`maxtransfersperminute`); each has us send a few datagrams to an address of the peer's choice
public record Limits(
        int callsPerAddress,
        int unvalidatedCalls,
        int unprovenCalls,
        long tokenLife,
        long rest,
        int strangersPerSecond,
        int strangersPerAddress,
        int noticesPerSecond,
        int pingsPerSecond,
        int signaturesPerSecond,
        int signaturesWaiting,
        int transfersPerMinute) {
    private static final long SECOND = 1_000_000_000L;

    public static final Limits USUAL =
            new Limits(2048, 1024, 1000, 10 * SECOND, 60 * SECOND, 5000, 200, 20, 10, 100, 1000, 6);
}

package dev.keyline.tools.console;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import java.util.Base64;
import java.util.Optional;

/// What a running exchange tells about its port, one line each.
public sealed interface SeenFrame {
    /// A datagram.
    ///
    /// @param nanos by the clock of the exchange
    /// @param sent whether the exchange sent it
    record Datagram(long nanos, boolean sent, PeerAddress peer, Bytes octets) implements SeenFrame {
        String line() {
            return String.join(
                    " ",
                    Long.toString(nanos),
                    sent ? "tx" : "rx",
                    peer.ip().asHex(),
                    Integer.toString(peer.port()),
                    Base64.getEncoder().encodeToString(octets.toArray()));
        }
    }

    /// So many datagrams came too fast to be told.
    record Lost(long count) implements SeenFrame {}

    /// Where the exchange listens; told first.
    record Here(PeerAddress address) implements SeenFrame {
        public String line() {
            return "here " + address.ip().asHex() + " " + address.port();
        }
    }

    static String lost(long count) {
        return "lost " + count;
    }

    /// Reads a line; empty when it is none.
    static Optional<SeenFrame> parse(String line) {
        var parts = line.split(" ", -1);
        try {
            return switch (parts.length) {
                case 2 -> Optional.of(new Lost(Long.parseLong(parts[1])));
                case 3 ->
                        Optional.of(
                                new Here(
                                        new PeerAddress(
                                                Bytes.hex(parts[1]), Integer.parseInt(parts[2]))));
                case 5 ->
                        Optional.of(
                                new Datagram(
                                        Long.parseLong(parts[0]),
                                        parts[1].equals("tx"),
                                        new PeerAddress(
                                                Bytes.hex(parts[2]), Integer.parseInt(parts[3])),
                                        Bytes.copyOf(Base64.getDecoder().decode(parts[4]))));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}

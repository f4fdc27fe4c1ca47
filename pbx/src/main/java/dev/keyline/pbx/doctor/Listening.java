package dev.keyline.pbx.doctor;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.conf.Range;
import dev.keyline.pbx.line.General;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a `bindaddr=` says.
///
/// @param host as written, without brackets; empty for everywhere
/// @param port as written; empty when there is none
record Listening(String host, Optional<String> port) {
    private static final Pattern FORM =
            Pattern.compile("(?<host>\\[[^]]*]|[^:]*)(:(?<port>\\d{1,5}))?|(?<bare>.*:.*:.*)");

    /// Empty for what is no address with or without a port.
    static Optional<Listening> parse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var bare = match.group("bare");
        var host = bare == null ? match.group("host") : bare;
        return Optional.of(
                new Listening(
                        host.replaceAll("[\\[\\]]", ""), Optional.ofNullable(match.group("port"))));
    }

    /// The address, if it is one and no name.
    Optional<Bytes> address() {
        return Range.address(host).map(Bytes::copyOf);
    }

    private static boolean isEverywhere(Bytes ip) {
        boolean any = true;
        for (byte octet : ip.toArray()) {
            any &= octet == 0;
        }
        return any;
    }

    /// The one address it listens on, if it is one.
    Optional<Bytes> single() {
        return address().filter(ip -> !isEverywhere(ip));
    }

    /// Whether an exchange with these settings would call itself there.
    static boolean isOurselves(General general, PeerAddress address, Surroundings around) {
        return all(general.bindAddresses())
                .anyMatch(bind -> bind.isAt(address, general.bindPort(), around));
    }

    private static Stream<Listening> all(List<String> written) {
        return written.isEmpty()
                ? Stream.of(new Listening("", Optional.empty()))
                : written.stream().flatMap(text -> parse(text).stream());
    }

    private boolean isAt(PeerAddress address, int usual, Surroundings around) {
        return address.port() == port.map(Integer::parseInt).orElse(usual)
                && single().map(address.ip()::equals).orElseGet(() -> around.isHere(address.ip()));
    }
}

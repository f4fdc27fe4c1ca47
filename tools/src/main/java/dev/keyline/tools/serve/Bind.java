package dev.keyline.tools.serve;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Where to listen, from `bindaddr` and `bindport`.
final class Bind {
    private static final Pattern ADDRESS =
            Pattern.compile("(?<host>\\[[^]]*]|[^:]*)(:(?<port>\\d{1,5}))?|(?<bare>.*:.*:.*)");

    private Bind() {}

    /// All `bindaddr` lines, in their order; without any, every address of IPv4, as in Asterisk.
    static List<InetSocketAddress> addresses(List<String> lines, int port, OptionalInt instead)
            throws UnknownHostException {
        var addresses = new ArrayList<InetSocketAddress>();
        for (var line : lines.isEmpty() ? List.of("") : lines) {
            addresses.add(address(line, port, instead));
        }
        return addresses;
    }

    /// @param text `bindaddr` as written: an address, with its port or without; empty for
    ///   everywhere
    /// @param port `bindport`, where the address has none
    /// @param instead of both ports, if present
    /// @throws UnknownHostException when it is no address
    static InetSocketAddress address(String text, int port, OptionalInt instead)
            throws UnknownHostException {
        var match = ADDRESS.matcher(text);
        if (!match.matches()) {
            throw new UnknownHostException("bindaddr=" + text + " is no address");
        }
        var bare = match.group("bare");
        var host = bare == null ? match.group("host") : bare;
        var own = match.group("port");
        int number = instead.orElse(own == null ? port : Integer.parseInt(own));
        if (number > 0xFFFF) {
            throw new UnknownHostException("bindaddr=" + text + " has no port below 65536");
        }
        var address =
                host.isEmpty()
                        ? new InetSocketAddress(number)
                        : new InetSocketAddress(host.replaceAll("[\\[\\]]", ""), number);
        if (address.isUnresolved()) {
            throw new UnknownHostException("bindaddr=" + text + " is no address of anybody");
        }
        return address;
    }
}

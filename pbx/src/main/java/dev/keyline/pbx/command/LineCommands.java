package dev.keyline.pbx.command;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.registration.Registrant;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.command.Command.Reply;
import dev.keyline.pbx.exchange.Exchange;
import dev.keyline.pbx.exchange.Health;
import dev.keyline.pbx.line.Access;
import dev.keyline.pbx.line.Peer;
import dev.keyline.pbx.line.RegisterLine;
import dev.keyline.pbx.line.User;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/// Who is in `iax.conf`: `iax2 show peers`, `peer`, `users`, `registry`, and `iax2 unregister`.
/// Secrets are never shown; Asterisk prints them.
final class LineCommands {
    static final List<Command> ALL =
            List.of(
                    new Command(
                            "iax2 show peers",
                            "[registered] [like <pattern>]",
                            "List defined IAX peers",
                            LineCommands::peers),
                    new Command(
                            "iax2 show peer",
                            "<name>",
                            "Show details on specific IAX peer",
                            LineCommands::peer,
                            Names::peers),
                    new Command(
                            "iax2 show users",
                            "[like <pattern>]",
                            "List defined IAX users",
                            LineCommands::users),
                    new Command(
                            "iax2 show registry",
                            "",
                            "Display IAX registration status",
                            LineCommands::registry),
                    new Command(
                            "iax2 unregister",
                            "<peername>",
                            "Unregister (force expiration) an IAX2 peer from the registry",
                            LineCommands::unregister,
                            Names::peers));

    private static final String PEER = "%-15.15s  %-40.40s %s  %-40.40s  %s  %-11s %-32.32s";

    private LineCommands() {}

    private static Reply peers(List<String> arguments, Server server) {
        boolean registered = !arguments.isEmpty() && arguments.getFirst().equals("registered");
        var rest = registered ? arguments.subList(1, arguments.size()) : arguments;
        return like(rest)
                .map(like -> server.ask((exchange, _) -> peers(exchange, registered, like)))
                .orElseGet(Reply.Misused::new);
    }

    /// What follows `like`; everything when nothing is written.
    static Optional<Pattern> like(List<String> arguments) {
        if (arguments.isEmpty()) {
            return Optional.of(Pattern.compile(""));
        }
        if (arguments.size() != 2 || !arguments.getFirst().equals("like")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(arguments.get(1)));
        } catch (PatternSyntaxException _) {
            return Optional.empty();
        }
    }

    private static Reply peers(Exchange exchange, boolean registered, Pattern like) {
        var lines = new ArrayList<String>();
        lines.add(
                "%-17s%-47s%-42s%-15s%-12s%-32s"
                        .formatted(
                                "Name/Username", "Host", "Mask", "Port", "Status", "Description"));
        var shown =
                exchange.configuration().lines().peers().stream()
                        .filter(p -> like.matcher(p.name()).find())
                        .filter(p -> !registered || exchange.peers().address(p.name()).isPresent())
                        .sorted(Comparator.comparing(Peer::name))
                        .toList();
        shown.forEach(peer -> lines.add(row(exchange, peer)));
        lines.add(footer(shown.stream().map(p -> exchange.peers().health(p.name())).toList()));
        return new Reply.Said(lines);
    }

    private static String row(Exchange exchange, Peer peer) {
        var at = exchange.peers().address(peer.name());
        var name = peer.username().isEmpty() ? peer.name() : peer.name() + "/" + peer.username();
        return PEER.formatted(
                name,
                host(peer, at),
                peer.enrolling().isPresent() ? "(D)" : "(S)",
                peer.enrolling().isPresent() ? "(Unspecified)" : "255.255.255.255",
                "%-6d%s %s"
                        .formatted(
                                at.map(PeerAddress::port).orElse(0),
                                peer.voice().trunked() ? "(T)" : "   ",
                                peer.encryption().allowed() ? "(E)" : "   "),
                exchange.peers().health(peer.name()),
                "");
    }

    private static String host(Peer peer, Optional<PeerAddress> at) {
        return at.map(PeerAddress::host)
                .orElseGet(
                        () ->
                                peer.host() instanceof Peer.Host.Named(var name, _)
                                        ? name
                                        : "(Unspecified)");
    }

    private static String footer(List<Health> all) {
        long online = count(all, Health.State.OK) + count(all, Health.State.LAGGED);
        long offline = count(all, Health.State.UNREACHABLE) + count(all, Health.State.UNKNOWN);
        return all.size()
                + " iax2 peers ["
                + online
                + " online, "
                + offline
                + " offline, "
                + count(all, Health.State.UNMONITORED)
                + " unmonitored]";
    }

    private static long count(List<Health> all, Health.State state) {
        return all.stream().filter(h -> h.state() == state).count();
    }

    private static Reply peer(List<String> arguments, Server server) {
        if (arguments.isEmpty() || arguments.size() > 2) {
            return new Reply.Misused();
        }
        var name = arguments.getFirst();
        return server.ask(
                (exchange, now) ->
                        exchange.configuration()
                                .lines()
                                .peer(name)
                                .<Reply>map(p -> new Reply.Said(details(exchange, p, now)))
                                .orElse(Reply.of("Peer " + name + " not found.", "")));
    }

    private static String mailboxes(Peer peer) {
        return peer.enrolling().map(e -> String.join(",", e.mailboxes())).orElse("");
    }

    private static List<String> details(Exchange exchange, Peer peer, long now) {
        var at = exchange.peers().address(peer.name());
        var qualify = peer.qualify();
        var lines = new ArrayList<String>(List.of("", "", "  * Name       : " + peer.name()));
        detail(lines, "Secret", peer.secret().isPresent() ? "<Set>" : "<Not set>");
        detail(lines, "Outkey", peer.outkey().orElse("<Not set>"));
        detail(lines, "Context", peer.peerContext().orElse(""));
        detail(lines, "Mailbox", mailboxes(peer));
        detail(lines, "Dynamic", peer.enrolling().isPresent() ? "Yes" : "No");
        detail(lines, "Trunk", peer.voice().trunked() ? "Yes" : "No");
        detail(lines, "Encryption", peer.encryption().allowed() ? "(aes128)" : "No");
        detail(lines, "Expire", "" + exchange.peers().secondsLeft(peer.name(), now).orElse(-1L));
        detail(
                lines,
                "Addr->IP",
                at.map(a -> a.host() + " Port " + a.port()).orElse("(Unspecified) Port 0"));
        detail(lines, "Username", peer.username());
        detail(lines, "Codecs", "(" + codecs(peer) + ")");
        detail(lines, "Codec Order", "(" + codecs(peer) + ")");
        detail(lines, "Status", exchange.peers().health(peer.name()).toString());
        detail(
                lines,
                "Qualify",
                "every %dms when OK, every %dms when UNREACHABLE (sample smoothing %s)"
                        .formatted(
                                qualify.whenOk() / 1_000_000,
                                qualify.whenNot() / 1_000_000,
                                qualify.smooth() ? "On" : "Off"));
        lines.add("");
        return lines;
    }

    private static String codecs(Peer peer) {
        return peer.codecs().allowed().stream()
                .map(MediaFormat::asteriskName)
                .collect(Collectors.joining("|"));
    }

    private static void detail(List<String> lines, String label, String value) {
        lines.add("  %-13s: %s".formatted(label, value));
    }

    private static Reply users(List<String> arguments, Server server) {
        return like(arguments)
                .map(like -> server.ask((exchange, _) -> users(exchange, like)))
                .orElseGet(Reply.Misused::new);
    }

    private static Reply users(Exchange exchange, Pattern like) {
        var lines = new ArrayList<String>();
        lines.add(user("Username", "Secret", "Authen", "Def.Context", "A/C", "Codec Pref"));
        exchange.configuration().lines().users().stream()
                .filter(u -> like.matcher(u.name()).find())
                .forEach(u -> lines.add(user(u)));
        return new Reply.Said(lines);
    }

    private static String user(User user) {
        return user(
                user.name(),
                secret(user.access()),
                "%015d".formatted(AuthMethod.mask(user.access().methods())),
                user.context(""),
                user.acl().rules().isEmpty() ? "No" : "Yes",
                preference(user));
    }

    private static String preference(User user) {
        return switch (user.codecs().choice()) {
            case HOST -> "Host";
            case CALLER -> "Caller";
            case DISABLED -> "Disabled";
            case REQONLY -> "REQ Only";
        };
    }

    private static String user(
            String name, String secret, String authen, String context, String rules, String pref) {
        return "%-15.15s  %-20.20s  %-15.15s  %-15.15s  %-5.5s  %-5.10s"
                .formatted(name, secret, authen, context, rules, pref);
    }

    private static String secret(Access access) {
        return switch (access) {
            case Access.Free _ -> "-no secret-";
            case Access.Guarded(var guard, _) ->
                    guard.secrets().isEmpty()
                            ? "Key: " + String.join(":", guard.inkeys())
                            : "<Set>";
            case Access.Unusable _ -> "-unusable-";
        };
    }

    private static Reply registry(List<String> arguments, Server server) {
        if (!arguments.isEmpty()) {
            return new Reply.Misused();
        }
        return server.ask(
                (exchange, _) -> {
                    var lines = new ArrayList<String>();
                    lines.add(
                            registration("Host", "dnsmgr", "Username", "Perceived", "Refresh")
                                    + "State");
                    exchange.peers()
                            .registrations()
                            .forEach(e -> lines.add(registration(e.getKey(), e.getValue())));
                    lines.add(exchange.peers().registrations().size() + " IAX2 registrations.");
                    return new Reply.Said(lines);
                });
    }

    private static String registration(RegisterLine line, Optional<Registrant> known) {
        var host = known.map(r -> r.wish().registrar().toString());
        return registration(
                        host.orElse(line.host() + ":" + line.port()),
                        line.address().isPresent() ? "N" : "Y",
                        line.username(),
                        known.flatMap(Registrant::seenAt)
                                .map(Object::toString)
                                .orElse("<Unregistered>"),
                        "" + known.map(Registrant::refresh).orElse(0))
                + known.map(r -> r.status().words()).orElse("Unregistered");
    }

    private static String registration(
            String host, String dns, String user, String seen, String refresh) {
        return "%-45.45s  %-6.6s  %-10.10s  %-45.45s %8.8s  "
                .formatted(host, dns, user, seen, refresh);
    }

    /// Keyline's own: before an old key is taken away, one sees who still uses it.
    private static Reply unregister(List<String> arguments, Server server) {
        if (arguments.size() != 1) {
            return new Reply.Misused();
        }
        var name = arguments.getFirst();
        return server.ask(
                (exchange, now) -> {
                    if (exchange.configuration().lines().peer(name).isEmpty()) {
                        return Reply.of("Peer unknown: " + name + ". Not unregistered");
                    }
                    return Reply.of(
                            exchange.unregister(name, now)
                                    ? "Peer " + name + " unregistered"
                                    : "Peer " + name + " not registered");
                });
    }
}

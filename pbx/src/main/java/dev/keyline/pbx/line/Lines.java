package dev.keyline.pbx.line;

import dev.keyline.iax.message.New;
import dev.keyline.iax.wire.PeerAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// All of `iax.conf`, read once; a reload makes another.
///
/// @param users in file order
/// @param peers likewise
public record Lines(General general, List<User> users, List<Peer> peers) {
    public Lines {
        users = List.copyOf(users);
        peers = List.copyOf(peers);
    }

    /// The user section of this name; names are compared to the letter.
    public Optional<User> user(String name) {
        for (var user : users) {
            if (user.name().equals(name)) {
                return Optional.of(user);
            }
        }
        return Optional.empty();
    }

    public Optional<Peer> peer(String name) {
        for (var peer : peers) {
            if (peer.name().equals(name)) {
                return Optional.of(peer);
            }
        }
        return Optional.empty();
    }

    /// Whether voice to this address goes by trunk. It is the address that counts, whoever calls
    /// from there and by whatever section, as in Asterisk: the first peer section with that
    /// address.
    public boolean isTrunked(PeerAddress address) {
        for (var peer : peers) {
            if (peer.host() instanceof Peer.Host.At(var at) && at.equals(address)) {
                return peer.voice().trunked();
            }
        }
        return false;
    }

    /// Who a caller is taken for.
    public sealed interface Found {
        record Section(User user) implements Found {}

        /// Nobody.
        ///
        /// @param why for our own log: never said to the caller
        record Nobody(String why) implements Found {}
    }

    /// Asterisk's rules: with a name, that section or none; without, the one of the highest score
    /// whose address rules and contexts fit, the first among equals.
    public Found find(New request, PeerAddress from) {
        var name = Objects.requireNonNullElse(request.username(), "");
        var context = Objects.requireNonNullElse(request.calledContext(), "");
        return name.isEmpty() ? unnamed(context, from) : named(name, context, from);
    }

    private Found named(String name, String context, PeerAddress from) {
        var user = user(name);
        if (user.isEmpty()) {
            return new Found.Nobody(
                    peer(name).isPresent()
                            ? "["
                                    + name
                                    + "] is type=peer, which is for calls to them; write type=friend"
                            : "there is no section [" + name + "]");
        }
        return objection(user.get(), context, from)
                .<Found>map(Found.Nobody::new)
                .orElseGet(() -> new Found.Section(user.get()));
    }

    private Found unnamed(String context, PeerAddress from) {
        return users.stream()
                .filter(user -> general.guests() || !(user.access() instanceof Access.Free))
                .filter(user -> objection(user, context, from).isEmpty())
                .max(Comparator.comparingInt(User::score).thenComparingInt(this::earliest))
                .<Found>map(Found.Section::new)
                .orElseGet(
                        () ->
                                new Found.Nobody(
                                        "no name was given, and no section takes calls without one"
                                                + " from there"));
    }

    private int earliest(User user) {
        return -users.indexOf(user);
    }

    private static Optional<String> objection(User user, String context, PeerAddress from) {
        if (user.access() instanceof Access.Unusable(_, var why)) {
            return Optional.of(where(user) + " lets nobody in: " + why);
        }
        if (!user.allows(from)) {
            return Optional.of(where(user) + ": permit and deny do not let " + from.host() + " in");
        }
        return user.leadsTo(context)
                ? Optional.empty()
                : Optional.of(
                        where(user)
                                + " does not lead to context '"
                                + context
                                + "'; write context="
                                + context
                                + " there to allow it");
    }

    private static String where(User user) {
        return "[" + user.name() + "] (" + user.place() + ")";
    }

    /// Whether a caller without a call token is to be sent for one. Asked for users by name, and
    /// for `guest` when none was given, as Asterisk does.
    boolean needsToken(New request, PeerAddress from, Acquaintance known) {
        var name = Objects.requireNonNullElse(request.username(), "");
        return needsToken(name.isEmpty() ? "guest" : name, from, known);
    }

    /// The same for somebody of this name who registers.
    boolean needsToken(String name, PeerAddress from, Acquaintance known) {
        return user(name)
                .flatMap(User::tokens)
                .map(rule -> rule == TokenRule.YES || isBound(rule, name, known))
                .orElseGet(() -> !general.needsNoToken(from));
    }

    private static boolean isBound(TokenRule rule, String name, Acquaintance known) {
        return rule == TokenRule.AUTO && known.showsTokens(name);
    }

    /// Whether a peer may register from there.
    public sealed interface Enrollable {
        record As(Enrolling enrolling) implements Enrollable {}

        /// No.
        ///
        /// @param words Asterisk's, for the log
        /// @param cure what would allow it
        record Not(String words, String cure) implements Enrollable {}
    }

    /// Whether and how a peer may register from there.
    public Enrollable enrolling(String name, PeerAddress from) {
        var peer = peer(name);
        if (peer.isEmpty()) {
            return new Enrollable.Not(
                    "No registration for peer '" + name + "' (from " + from.host() + ")",
                    "no section of type=peer or type=friend has this name");
        }
        var where = "[" + name + "] (" + peer.get().place() + ")";
        var enrolling = peer.get().enrolling();
        if (enrolling.isEmpty()) {
            return new Enrollable.Not(
                    "Peer '" + name + "' is not dynamic (from " + from.host() + ")",
                    "host=dynamic in " + where + " would allow it");
        }
        return enrolling.get().allows(from)
                ? new Enrollable.As(enrolling.get())
                : new Enrollable.Not(
                        "Host " + from.host() + " denied access to register peer '" + name + "'",
                        "permit and deny in " + where + " keep it out");
    }

    /// What challenges of this file offer, without doubles, in file order.
    List<Offer> offers() {
        return users.stream()
                .filter(user -> !user.access().methods().isEmpty())
                .map(user -> Offer.of(user, general))
                .distinct()
                .toList();
    }
}

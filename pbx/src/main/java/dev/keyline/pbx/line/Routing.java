package dev.keyline.pbx.line;

import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.DialString;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.conf.Range;
import java.util.Optional;

/// Finds out where a dial string leads: to the peer section it names, or to a host.
///
/// What the dial string says counts more than the section, field by field.
public final class Routing {
    private Routing() {}

    /// Where a dial string leads.
    ///
    /// @param whereabouts where peers are that register
    public static Route route(DialString dial, Lines lines, Whereabouts whereabouts) {
        return lines.peer(dial.peer())
                .map(peer -> toPeer(dial, peer, whereabouts))
                .orElseGet(() -> toHost(dial, lines.general()));
    }

    private static Route toPeer(DialString dial, Peer peer, Whereabouts whereabouts) {
        if (peer.trouble().isPresent()) {
            return new Route.Nowhere(
                    Cause.BEARER_NOT_AVAILABLE.code(),
                    "[" + peer.name() + "] cannot be called: " + peer.trouble().get());
        }
        if (whereabouts.isUnreachable(peer.name())) {
            return absent(peer, "does not answer POKE (qualify=), or too slowly");
        }
        var username = dial.username().orElse(peer.username());
        var credentials =
                credentials(
                        username,
                        dial.key().over(peer.outkey()),
                        dial.secret().over(peer.secret()),
                        peer);
        var call =
                new Route.Call(
                        peer.name(),
                        dial.exten(),
                        dial.context().or(peer::peerContext),
                        credentials,
                        peer.encryption(),
                        peer.codecs(),
                        peer.voice(),
                        peer.etiquette(),
                        peer.language(),
                        dial.autoAnswer());
        var registered = whereabouts.registered(peer.name());
        if (registered.isPresent()) {
            return new Route.To(at(registered.get(), dial), call);
        }
        return switch (peer.host()) {
            case Peer.Host.At(var address) -> new Route.To(at(address, dial), call);
            case Peer.Host.Named(var name, int port) ->
                    new Route.Lookup(name, dial.port().orElse(port), call);
            case Peer.Host.Dynamic _ ->
                    absent(
                            peer,
                            "has host=dynamic, and is not registered; defaultip= may say"
                                    + " where it is until then");
            case Peer.Host.Nowhere _ -> absent(peer, "has no host=");
        };
    }

    private static Credentials credentials(
            String username, Optional<String> key, Optional<Secret> secret, Peer peer) {
        return peer.willing()
                .map(willing -> new Credentials(username, key, secret, willing))
                .orElseGet(() -> Credentials.usual(username, key, secret));
    }

    private static Route absent(Peer peer, String why) {
        return new Route.Nowhere(
                Cause.SUBSCRIBER_ABSENT.code(),
                "[" + peer.name() + "] (" + peer.place() + ") " + why);
    }

    private static Route toHost(DialString dial, General general) {
        if (dial.peer().isEmpty()) {
            return new Route.Nowhere(
                    Cause.NO_ROUTE_DESTINATION.code(), "the dial string names nobody to call");
        }
        var credentials =
                Credentials.usual(
                        dial.username().orElse(""),
                        dial.key().over(Optional.empty()),
                        dial.secret().over(Optional.empty()));
        var call =
                new Route.Call(
                        dial.peer(),
                        dial.exten(),
                        dial.context(),
                        credentials,
                        general.encryption(),
                        general.codecs(),
                        general.voice(),
                        general.etiquette(),
                        general.language(),
                        dial.autoAnswer());
        int port = dial.port().orElse(PeerAddress.DEFAULT_PORT);
        return literal(dial.peer(), port)
                .<Route>map(address -> new Route.To(address, call))
                .orElseGet(() -> new Route.Lookup(dial.peer(), port, call));
    }

    private static PeerAddress at(PeerAddress address, DialString dial) {
        return new PeerAddress(address.ip(), dial.port().orElse(address.port()));
    }

    /// The address that a text is, if it is no name.
    static Optional<PeerAddress> literal(String text, int port) {
        return Range.address(text).map(octets -> new PeerAddress(Bytes.copyOf(octets), port));
    }
}

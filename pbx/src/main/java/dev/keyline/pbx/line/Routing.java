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

    public static Route route(DialString dial, Lines lines) {
        return lines.peer(dial.peer())
                .map(peer -> toPeer(dial, peer))
                .orElseGet(() -> toHost(dial, lines.general()));
    }

    private static Route toPeer(DialString dial, Peer peer) {
        if (peer.trouble().isPresent()) {
            return new Route.Nowhere(
                    Cause.BEARER_NOT_AVAILABLE.code(),
                    "[" + peer.name() + "] cannot be called: " + peer.trouble().get());
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
                        peer.language(),
                        dial.autoAnswer());
        return switch (peer.host()) {
            case Peer.Host.At(var address) -> new Route.To(at(address, dial), call);
            case Peer.Host.Named(var name, int port) ->
                    new Route.Lookup(name, dial.port().orElse(port), call);
            case Peer.Host.Dynamic _ ->
                    absent(
                            peer,
                            "has host=dynamic, and registrations are not taken yet; write its"
                                    + " address in host= or defaultip=");
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

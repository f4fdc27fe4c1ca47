package dev.keyline.pbx.exchange;

import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.line.Peer;
import dev.keyline.pbx.line.Whereabouts;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Where peers are: by what is written, by what they registered, by what a name server says.
final class Directions implements Whereabouts {
    private final House house;

    Directions(House house) {
        this.house = house;
    }

    @Override
    public Optional<PeerAddress> registered(String peer) {
        return house.book().address(peer);
    }

    @Override
    public boolean isUnreachable(String peer) {
        return switch (house.vigils().health(peer).state()) {
            case UNREACHABLE, LAGGED -> true;
            case OK, UNKNOWN, UNMONITORED -> false;
        };
    }

    /// The address of a peer that needs no looking up.
    Optional<PeerAddress> known(String peer) {
        return registered(peer)
                .or(
                        () ->
                                house.lines()
                                        .peer(peer)
                                        .flatMap(
                                                p ->
                                                        p.host() instanceof Peer.Host.At(var at)
                                                                ? Optional.of(at)
                                                                : Optional.empty()));
    }

    /// Looks the name of a peer's host up; a peer without one is not heard of again.
    void lookUp(String peer, BiConsumer<Optional<PeerAddress>, Long> then) {
        if (house.lines().peer(peer).map(Peer::host).orElse(new Peer.Host.Nowhere())
                instanceof Peer.Host.Named(var name, int port)) {
            lookUp(name, port, then);
        }
    }

    void lookUp(String host, int port, BiConsumer<Optional<PeerAddress>, Long> then) {
        house.perform(
                () -> {
                    var found = house.setup().names().resolve(host, port);
                    return later -> then.accept(found, later);
                });
    }
}

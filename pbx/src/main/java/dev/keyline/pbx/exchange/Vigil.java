package dev.keyline.pbx.exchange;

import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.exchange.Health.State;
import dev.keyline.pbx.line.Qualify;
import java.util.Optional;
import java.util.OptionalLong;

/// One peer that is watched (`qualify=`): asked again and again whether it is there.
final class Vigil implements Sleeper {
    private static final long MILLIS = 1_000_000;

    private final House house;
    private final String peer;
    private final Qualify qualify;
    private Health health = Health.UNKNOWN;
    private long judged = -1;

    Vigil(House house, String peer, Qualify qualify) {
        this.house = house;
        this.peer = peer;
        this.qualify = qualify;
    }

    Health health() {
        return health;
    }

    boolean watches(String name, Qualify how) {
        return peer.equals(name) && qualify.equals(how);
    }

    /// Asks now.
    @Override
    public void wake(long now) {
        var address = house.directions().known(peer);
        if (address.isPresent()) {
            ask(address.get(), now);
        } else {
            house.directions().lookUp(peer, (found, later) -> found(found, later));
        }
    }

    private void found(Optional<PeerAddress> address, long now) {
        address.ifPresentOrElse(to -> ask(to, now), () -> answered(OptionalLong.empty(), now));
    }

    private void ask(PeerAddress address, long now) {
        house.endpoint()
                .poke(address, qualify.patience(health.isWell()), now)
                .ifPresentOrElse(
                        poke -> house.vigils().expect(poke, this),
                        () -> answered(OptionalLong.empty(), now));
    }

    /// Leaves, until somebody wakes it: the peer has no address.
    void rest() {
        health = Health.UNKNOWN;
        judged = -1;
        house.agenda().set(this, Long.MAX_VALUE);
    }

    /// An answer came, or none.
    void answered(OptionalLong roundTrip, long now) {
        if (roundTrip.isEmpty()) {
            judge(new Health(State.UNREACHABLE, 0));
        } else {
            long millis = Math.max(1, roundTrip.getAsLong() / MILLIS);
            judged = qualify.smooth() && judged >= 0 ? (judged + millis) / 2 : millis;
            boolean slow = judged > qualify.limit() / MILLIS;
            judge(new Health(slow ? State.LAGGED : State.OK, judged));
        }
        house.agenda().set(this, now + (health.isWell() ? qualify.whenOk() : qualify.whenNot()));
    }

    private void judge(Health next) {
        var before = health;
        health = next;
        if (before.state() != next.state()) {
            tell(before, next);
        }
    }

    private void tell(Health before, Health next) {
        var said = "Peer '" + peer + "' is now ";
        switch (next.state()) {
            case OK -> {
                if (before.state() != State.UNKNOWN) {
                    house.journal().notice(said + "REACHABLE! Time: " + next.millis());
                }
            }
            case LAGGED -> house.journal().notice(said + "TOO LAGGED (" + next.millis() + " ms)!");
            case UNREACHABLE ->
                    house.journal().notice(said + "UNREACHABLE! Time: " + before.millis());
            case UNKNOWN, UNMONITORED -> {}
        }
        house.journal().tell(new dev.keyline.pbx.ledger.LineEvent.Changed(peer, next.toString()));
    }
}

package dev.keyline.pbx.exchange;

import dev.keyline.iax.call.Cause;
import dev.keyline.pbx.application.Application;
import dev.keyline.pbx.application.Applications;
import dev.keyline.pbx.application.Event;
import dev.keyline.pbx.application.Office;
import dev.keyline.pbx.bridge.OnHold;
import dev.keyline.pbx.channel.Channel;
import dev.keyline.pbx.channel.Position;
import dev.keyline.pbx.ledger.ChannelEvent;
import dev.keyline.pbx.ledger.Journal;
import dev.keyline.pbx.store.Recordings;
import dev.keyline.pbx.store.Sounds;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Supplier;

/// What the applications of one walk may ask for.
final class Desk implements Office {
    private final House house;
    private final Walk walk;
    private final Placement placement;

    Desk(House house, Walk walk) {
        this.house = house;
        this.walk = walk;
        this.placement = new Placement(house);
    }

    @Override
    public Journal journal() {
        return house.journal();
    }

    @Override
    public Sounds sounds() {
        return house.setup().sounds();
    }

    @Override
    public Recordings recordings() {
        return house.setup().recordings();
    }

    @Override
    public OnHold onHold() {
        return house.musicRoom();
    }

    @Override
    public LocalDateTime moment(long now) {
        return house.moment(now);
    }

    @Override
    public Optional<Application> application(String name) {
        return Applications.standard().named(name);
    }

    @Override
    public Optional<Position> find(Channel whose, String target, long now) {
        return new Targets(house).find(whose, target, now);
    }

    @Override
    public Optional<String> set(Channel whose, String name, String value, long now) {
        return new Scope(house, whose, now).set(name, value);
    }

    @Override
    public void perform(Supplier<Event> work) {
        walk.perform(work);
    }

    @Override
    public Placing place(Channel whose, String target, int leg, long now) {
        if (whose.isGone()) {
            return new NoWay(Cause.NORMAL.code(), "the caller has left; nobody is called");
        }
        return placement.place(
                Placement.Behalf.of(whose),
                target,
                _ -> walk,
                (work, then) ->
                        walk.performThen(
                                work,
                                (address, later) ->
                                        new Event.Placed(leg, then.apply(address, later))),
                now);
    }

    @Override
    public boolean leads(Channel whose, Position to, long now) {
        return house.guide().mayLead(new Scope(house, whose, now).wanted(to), now);
    }

    @Override
    public void send(Channel callee, Position to, long now) {
        new Redirection(house).redirect(callee, to, now);
    }

    @Override
    public void leaveAlone(Channel one, Channel two, long now) {
        new Departure(house).attempt(one, two, now);
    }

    @Override
    public void joined(Channel one, Channel two) {
        house.journal().verbose(one.name() + " and " + two.name() + " are connected");
        house.journal().tell(new ChannelEvent.Joined(one.name(), two.name()));
    }
}

package dev.keyline.pbx.application;

import dev.keyline.pbx.bridge.OnHold;
import dev.keyline.pbx.channel.Channel;
import dev.keyline.pbx.channel.Position;
import dev.keyline.pbx.ledger.Journal;
import dev.keyline.pbx.store.Recordings;
import dev.keyline.pbx.store.Sounds;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Supplier;

/// What an application may ask of the exchange around it. One office serves one call.
public interface Office {
    Journal journal();

    Sounds sounds();

    Recordings recordings();

    /// Music for those who wait.
    OnHold onHold();

    /// A person's date at this time of the loop.
    LocalDateTime moment(long now);

    /// The application of this name, in any case.
    Optional<Application> application(String name);

    /// The place that `[[context,]exten,]priority` means for this channel, where the priority may
    /// be a label, `n` or a number; empty when there is no such label.
    Optional<Position> find(Channel whose, String target, long now);

    /// Sets a variable or, for a name such as `CALLERID(num)`, what a function sets.
    ///
    /// @return what is wrong with it, if anything
    Optional<String> set(Channel whose, String name, String value, long now);

    /// Has something done that may wait for a disk. The event is told to the current activity,
    /// unless that is another by then.
    void perform(Supplier<Event> work);

    /// Places a call for this channel. Its news come as [Event.On].
    ///
    /// @param target `IAX2/...`, as in `Dial`
    /// @param leg a number of the caller's choice, for [Event.Placed]
    Placing place(Channel whose, String target, int leg, long now);

    /// Two channels hear each other from now on. For those who watch.
    void joined(Channel one, Channel two);

    /// Whether this place exists for this channel.
    boolean leads(Channel whose, Position to, long now);

    /// Sends a channel that was called to a place of its own. Whoever called it is told by
    /// [Event.Taken].
    void send(Channel callee, Position to, long now);

    /// Two channels that hear each other need nothing of us: they may go on alone, if the
    /// configuration wants it. If they do, both end here ([Ending.Transferred]), or only their
    /// voice goes past us.
    void leaveAlone(Channel one, Channel two, long now);

    /// What became of the wish to place a call.
    sealed interface Placing {}

    /// It is on its way.
    record Calling(Channel leg) implements Placing {}

    /// The host's name is being looked up; [Event.Placed] follows.
    record LookingUp() implements Placing {}

    /// There is no way there.
    ///
    /// @param cause Q.850
    record NoWay(int cause, String why) implements Placing {}
}

package dev.keyline.pbx.exchange;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.endpoint.Endpoint;
import dev.keyline.iax.endpoint.Outlet;
import dev.keyline.iax.endpoint.Output;
import dev.keyline.iax.endpoint.Party;
import dev.keyline.iax.endpoint.Task;
import dev.keyline.iax.message.CallerId;
import dev.keyline.iax.message.DateTime;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.application.Office;
import dev.keyline.pbx.channel.Channel;
import dev.keyline.pbx.channel.Position;
import dev.keyline.pbx.conf.Problem;
import dev.keyline.pbx.dialplan.Dialplan;
import dev.keyline.pbx.function.Functions;
import dev.keyline.pbx.line.Acquaintance;
import dev.keyline.pbx.line.FrontDoor;
import dev.keyline.pbx.line.RegistrationDesk;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// A whole exchange behind one port. Owns no socket, clock, thread or source of chance; [Party] has
/// the one rule for whoever drives it.
///
/// News of its calls does not leave it: it becomes steps of the dialplan. What is worth telling
/// goes to the journal.
public final class Exchange implements Party {
    private final House house;
    private final Endpoint endpoint;
    private final Reception reception;
    private final Farewells farewells;
    private final Enrolments enrolments;
    private final JitterWatch jitterWatch;
    private int lossPercent;
    private boolean begun;
    private long now;

    /// An exchange without calls.
    ///
    /// @param chance strong in life (`Chance`), seeded in tests
    public Exchange(Setup setup, Configuration.Usable configuration, RandomGenerator chance) {
        this.house =
                new House(
                        setup,
                        configuration,
                        h ->
                                new Endpoint(
                                        configuration.lines().general().port(),
                                        new FrontDoor(h::lines, acquaintance(h), chance.nextLong()),
                                        registrationDesk(h, chance.nextLong()),
                                        setup.ring(),
                                        chance),
                        chance);
        this.endpoint = house.endpoint();
        this.reception = new Reception(house);
        this.farewells = new Farewells(house);
        this.enrolments = new Enrolments(house);
        this.jitterWatch = new JitterWatch(house);
        configuration.problems().forEach(this::say);
    }

    private RegistrationDesk registrationDesk(House house, long salt) {
        return new RegistrationDesk(
                house::lines,
                acquaintance(house),
                () -> packed(house.moment(now)),
                house.mail()::waiting,
                salt);
    }

    private Acquaintance acquaintance(House house) {
        return new Acquaintance() {
            @Override
            public boolean isHeard(String name, PeerAddress from) {
                return house.logins().hears(name, from, now);
            }

            @Override
            public boolean showsTokens(String name) {
                return house.logins().showsTokens(name);
            }
        };
    }

    private static int packed(LocalDateTime at) {
        return new DateTime(
                        at.getYear(),
                        at.getMonthValue(),
                        at.getDayOfMonth(),
                        at.getHour(),
                        at.getMinute(),
                        at.getSecond())
                .packed();
    }

    /// What an exchange does of itself when it starts: it remembers who was registered, registers
    /// where it should, and looks after its peers.
    private void begin(long now) {
        house.book().restore(house.setup().register().load(), now);
        follow(now);
    }

    private void say(Problem problem) {
        var text = problem.place() + ": " + problem.text();
        switch (problem.severity()) {
            case NOTICE -> house.journal().notice(text);
            case WARNING -> house.journal().warning(text);
            case ERROR -> house.journal().error(text);
        }
    }

    @Override
    public void receive(PeerAddress from, byte[] datagram, int length, long now) {
        this.now = now;
        if (lossPercent > 0 && house.chance().nextInt(100) < lossPercent) {
            return;
        }
        endpoint.receive(from, datagram, length, now);
        wakeWalks();
    }

    @Override
    public long patience(long usual) {
        return endpoint.patience(usual);
    }

    @Override
    public void outlet(Outlet outlet) {
        endpoint.outlet(outlet);
    }

    @Override
    public void wake(long now) {
        this.now = now;
        if (!begun) {
            begun = true;
            begin(now);
        }
        endpoint.wake(now);
        wakeWalks();
    }

    private void wakeWalks() {
        for (var due = house.agenda().nextDue(now);
                due.isPresent();
                due = house.agenda().nextDue(now)) {
            due.get().wake(now);
        }
    }

    @Override
    public Output poll() {
        while (true) {
            var ours = house.outbox().poll();
            var next = ours == null ? endpoint.poll() : ours;
            switch (next) {
                case Output.News(var call, var event) -> happened(call, event);
                case Output.Registry(var id, var event) -> {
                    enrolments.happened(event, now);
                    house.registry().happened(id, event, now);
                }
                case Output.Sounded(var poke, var roundTrip) ->
                        house.vigils().sounded(poke, roundTrip, now);
                case Output.Work(var task) -> {
                    return new Output.Work(() -> timed(task.perform()));
                }
                case Output.Quiet quiet -> {
                    long own = house.agenda().soonest();
                    return quiet.until() <= own ? quiet : new Output.Quiet(own);
                }
                case Output.Notice(var from, _, var words) ->
                        house.journal().warning("Left out what " + from + " sent: " + words);
                case Output.Send _ -> {
                    return next;
                }
            }
        }
    }

    private Task.Outcome timed(Task.Outcome outcome) {
        return later -> {
            now = later;
            outcome.apply(later);
        };
    }

    private void happened(CallId call, CallEvent event) {
        switch (event) {
            case CallEvent.Arrived arrived -> reception.arrived(call, arrived, now);
            case CallEvent.TurnedAway turned -> farewells.turnedAway(turned, now);
            case CallEvent.Asked(var number) -> house.inquirers().asked(call, number, now);
            case CallEvent.Dialled(var number) -> reception.dialled(call, number, now);
            default -> {
                house.ownLogins().happened(call, event, now);
                house.polls().happened(call, event, now);
                reception.happened(call, event);
                house.roll().happened(call, event, now);
            }
        }
    }

    /// Takes another configuration. Calls that are up go on, by the new dialplan from their next
    /// step; limits and times of the port stay as they were at the start, those of trunks apart.
    ///
    /// @return whether it was taken: an unusable one is not, and the old one stays
    public boolean reload(Configuration fresh, long now) {
        this.now = now;
        fresh.problems().forEach(this::say);
        if (fresh instanceof Configuration.Usable usable) {
            house.configure(usable);
            endpoint.trunking(usable.lines().general().port().trunk());
            follow(now);
            return true;
        }
        house.journal().error("The configuration cannot be used; the old one stays in force");
        return false;
    }

    /// To be told when a key was unlocked or came to be: registrations that failed for want of one
    /// are tried at once.
    public void keysChanged(long now) {
        this.now = now;
        endpoint.keysChanged(now);
    }

    private void follow(long now) {
        house.registry().follow(now);
        house.vigils().follow(now);
        house.mail().follow(now);
    }

    /// Takes no more calls; those that are up may end by themselves.
    public void close() {
        house.stop();
    }

    /// Takes no more calls, and ends those that are up.
    public void stop(long now) {
        this.now = now;
        house.stop();
        house.registry().release(now);
        endpoint.hangUpAll(Cause.NORMAL, now);
    }

    /// Calls somebody, and sends them to this place of the dialplan when they answer.
    ///
    /// @param target as in `Dial`, `IAX2/west/100`
    /// @return the channel, or why there is none; a host name that has to be looked up is no reason
    ///   yet
    public Office.Placing originate(String target, Position then, CallerId caller, long now) {
        this.now = now;
        return new Origination(house).originate(target, then, caller, now);
    }

    /// Hangs a channel up.
    ///
    /// @param name such as `IAX2/east-12`
    /// @return false when there is no such channel
    public boolean hangUp(String name, Cause cause, long now) {
        this.now = now;
        var channel = house.roll().named(name);
        channel.ifPresent(c -> c.hangUp(cause, now));
        return channel.isPresent();
    }

    /// Sends a channel to another place of the dialplan, wherever it is now. Whoever it talked with
    /// is left alone: a caller goes on or hangs up as if the called one had hung up, a called one
    /// is hung up.
    ///
    /// @return false when there is no such channel, or it is one that has not answered yet
    public boolean redirect(String name, Position to, long now) {
        this.now = now;
        return channel(name).map(c -> new Redirection(house).redirect(c, to, now)).orElse(false);
    }

    /// What `[[context,]exten,]priority` means for a channel; empty when there is no such label.
    public Optional<Position> find(Channel whose, String target, long now) {
        return new Targets(house).find(whose, target, now);
    }

    /// Tells the log once a second how each call is heard, or no more.
    public void watchJitter(boolean on, long now) {
        this.now = now;
        jitterWatch.turn(on, now);
    }

    /// Loses part of what arrives, to try how calls bear it.
    ///
    /// @param percent 0 to 100
    public void lose(int percent) {
        lossPercent = percent;
    }

    /// The functions a dialplan may use, sorted.
    public static List<String> functions() {
        return Stream.concat(Functions.names().stream(), ChannelFunctions.NAMES.stream())
                .sorted()
                .toList();
    }

    /// The global variables of the dialplan.
    public Globals globals() {
        return house.globals();
    }

    /// Everybody on the line, in order of arrival.
    public List<Channel> channels() {
        return house.roll().channels();
    }

    public Optional<Channel> channel(String name) {
        return house.roll().named(name);
    }

    /// Forgets where a peer registered.
    ///
    /// @return whether it was registered
    public boolean unregister(String peer, long now) {
        this.now = now;
        house.vigils().rest(peer);
        return house.book().forget(peer, now);
    }

    /// Whether a context leads somewhere for this extension now, or may do so: nobody else is
    /// asked.
    public boolean leadsTo(String context, String exten, long now) {
        return house.guide().mayLead(new Guide.Wanted(context, exten, "", house.globals()), now);
    }

    /// Who may call and be called, and how that goes.
    public PeersView peers() {
        return new PeersView(house);
    }

    /// What is known of other dialplans.
    public PollsView polls() {
        return new PollsView(house);
    }

    /// The protocol behind the port.
    public PortView port() {
        return new PortView(endpoint);
    }

    /// The dialplan that is in force, with those who are registered.
    public Dialplan dialplan() {
        return house.dialplan();
    }

    /// The configuration that is in force.
    public Configuration.Usable configuration() {
        return house.configuration();
    }

    public Counts counts() {
        return house.counts();
    }

    /// Calls that are not over, or whose last word has not been acknowledged.
    public int liveCalls() {
        return endpoint.liveCalls();
    }

    /// Whether nothing at all is left: no channel, no call, no resting number.
    public boolean isIdle() {
        return house.roll().size() == 0
                && endpoint.isIdle()
                && house.agenda().soonest() == Long.MAX_VALUE;
    }
}

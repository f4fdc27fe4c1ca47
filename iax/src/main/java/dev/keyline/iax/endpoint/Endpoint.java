package dev.keyline.iax.endpoint;

import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.Circumstances;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Destination;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.call.Ending;
import dev.keyline.iax.call.Greeting;
import dev.keyline.iax.registration.Registrant;
import dev.keyline.iax.registration.Registrar;
import dev.keyline.iax.registration.Registration;
import dev.keyline.iax.transfer.Reach;
import dev.keyline.iax.transfer.TransferRule;
import dev.keyline.iax.trunk.TrunkSettings;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.MetaFrame;
import dev.keyline.iax.wire.PeerAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Every conversation behind one UDP port. Owns no socket, clock, thread or source of chance: bytes
/// and time come in, datagrams and news go out; [Party] has the one rule for whoever drives it.
///
/// Not safe for use by several threads; a port has one loop.
public final class Endpoint implements Party {
    private final Config config;
    private final Desk desk;
    private final Arrivals arrivals;
    private final Switchboard switchboard;
    private Output.Quiet quiet = new Output.Quiet(Long.MAX_VALUE);

    /// An endpoint without calls.
    ///
    /// @param door who may call
    /// @param ring the keys to sign and check with; asked anew for each call, so it may change
    ///   underneath
    /// @param chance strong in life (`Chance`), seeded in tests
    public Endpoint(Config config, Door door, KeyRing ring, RandomGenerator chance) {
        this(config, door, Registrar.NONE, ring, chance);
    }

    /// An endpoint without calls that takes registrations.
    ///
    /// @param registrar who may register
    public Endpoint(
            Config config, Door door, Registrar registrar, KeyRing ring, RandomGenerator chance) {
        this.config = config;
        this.desk = new Desk(config, ring, chance);
        this.arrivals = new Arrivals(config, door, registrar, desk, chance);
        this.switchboard = new Switchboard(desk);
    }

    @Override
    public void receive(PeerAddress from, byte[] datagram, int length, long now) {
        desk.counters().countIn();
        if (switchboard.takes(from, datagram, length, now)) {
            return; // heard together with what comes behind it
        }
        if (switchboard.isOvertakenBy(datagram, length)) {
            desk.at(now);
            read(from, datagram, length);
            return; // whoever is due is woken when the voice that came before has been heard
        }
        at(now);
        read(from, datagram, length);
        desk.wake();
    }

    private void at(long now) {
        switchboard.settle();
        desk.at(now);
    }

    private void read(PeerAddress from, byte[] datagram, int length) {
        try {
            hear(from, Frame.parse(datagram, length), length);
        } catch (MalformedFrame malformed) {
            desk.note(from, Oddity.MALFORMED, String.valueOf(malformed.getMessage()));
        }
    }

    private void hear(PeerAddress from, Frame frame, int size) throws MalformedFrame {
        if (!Reach.isHost(from)) {
            desk.note(from, Oddity.NO_SOURCE, "");
            return;
        }
        switch (frame) {
            case FullFrame full when full.source().isNone() ->
                    desk.note(from, Oddity.MALFORMED, "a full frame of call number 0");
            case FullFrame full -> hear(from, full, size);
            case MetaFrame.Video piece -> see(from, piece);
            // mini frames and trunks have gone the short way
            default -> desk.note(from, Oddity.UNKNOWN_MEDIA, "a meta frame nobody assigned");
        }
    }

    private void hear(PeerAddress from, FullFrame frame, int size) throws MalformedFrame {
        var call =
                frame.destination().isNone()
                        ? desk.directory().byTheirNumber(from, frame.source())
                        : desk.directory().byOurNumber(from, frame.destination());
        if (call instanceof Conversation elsewhere && !elsewhere.peer().equals(from)) {
            elsewhere.handover().overheard(from, frame, desk.now());
            desk.review(elsewhere);
            return;
        }
        if (call != null && beginsAnother(call, frame)) {
            desk.retire(call);
            call = null;
        }
        if (call == null) {
            arrivals.stranger(from, frame, size, desk.now());
        } else if (!isTheirs(call, frame) || !isForUs(call, frame)) {
            desk.note(from, Oddity.WRONG_NUMBER, "source " + frame.source());
        } else {
            attend(call, frame);
        }
    }

    /// The peer counts this call as over and uses his number again. A NEW that only repeats itself
    /// has missed our answer, which goes on being sent.
    private static boolean beginsAnother(Dialogue call, FullFrame frame) {
        return call.isEnded() && Arrivals.isFirst(frame) && !call.wasGreetedBy(frame);
    }

    private void attend(Dialogue call, FullFrame frame) throws MalformedFrame {
        try {
            var opened = call.open(frame, desk.now());
            if (opened.isPresent() && Arrivals.isInval(opened.get())) {
                call.forgotten(desk.now());
            } else if (opened.isPresent()) {
                call.hear(opened.get(), desk.now());
            }
        } catch (RuntimeException bug) {
            call.broke(desk.now());
            throw bug;
        } finally {
            desk.review(call);
        }
    }

    /// Their number is learnt once. Later frames must bear it, or anybody who can guess one number
    /// of 15 bits and forge an address could talk into the call; stateless answers from number 1
    /// come before that.
    private static boolean isTheirs(Dialogue call, FullFrame frame) {
        return call.theirs().isNone() || call.theirs().equals(frame.source());
    }

    /// A frame without our number is believed only while its sender cannot know it. Whoever sends
    /// ACK or INVAL has seen a frame of ours, and knows it.
    private static boolean isForUs(Dialogue call, FullFrame frame) {
        return !frame.destination().isNone()
                || Arrivals.isFirst(frame)
                || !(call.isMutual() || Arrivals.isReply(frame));
    }

    private void see(PeerAddress from, MetaFrame.Video piece) {
        if (desk.directory().byTheirNumber(from, piece.source()) instanceof Conversation call) {
            call.see(piece, desk.now());
            desk.review(call);
        } else {
            desk.note(from, Oddity.UNKNOWN_CALL, "a picture of call " + piece.source());
        }
    }

    @Override
    public long patience(long usual) {
        return switchboard.patience(usual);
    }

    @Override
    public void outlet(Outlet outlet) {
        desk.outlet(outlet);
    }

    /// The short way of voice.
    public Switchboard switchboard() {
        return switchboard;
    }

    @Override
    public void wake(long now) {
        at(now);
        desk.wake();
    }

    /// Places a call. What becomes of it arrives as news.
    public CallId dial(Destination callee, long now) {
        at(now);
        var id = desk.nextId();
        var number = desk.directory().number(callee.to(), now);
        if (number.isPresent()) {
            var call = desk.open(id, circumstances(callee), number.get(), CallNumber.NONE, true);
            call.begin(Greeting.dial(callee), now);
            desk.review(call);
        } else {
            desk.tell(id, new CallEvent.Ended(noNumber(callee.to())));
        }
        desk.wake();
        return id;
    }

    private Circumstances circumstances(Destination callee) {
        return new Circumstances(
                callee.to(),
                callee.credentials(),
                desk.ring(),
                callee.media(),
                callee.encryption(),
                true,
                config.delays());
    }

    private static Ending noNumber(PeerAddress to) {
        return new Ending.Broken(
                Cause.SWITCH_CONGESTION.code(), "all call numbers towards " + to + " are in use");
    }

    /// Registers with a registrar, and goes on registering until [#release]. What becomes of it
    /// arrives as [Output.Registry].
    public CallId register(Registration wish, long now) {
        at(now);
        var id = desk.registrations().add(wish, now);
        desk.wake();
        return id;
    }

    /// Ends a registration, and says so to a registrar that knows of it.
    public void release(CallId registration, long now) {
        at(now);
        desk.registrations().release(registration, now);
        desk.wake();
    }

    /// To be told when a key was unlocked or came to be: registrations that failed for want of one
    /// are tried at once.
    public void keysChanged(long now) {
        at(now);
        desk.registrations().hope(now);
        desk.wake();
    }

    /// Where a registration of ours stands; empty after [#release].
    public Optional<Registrant> registrant(CallId registration) {
        return desk.registrations().of(registration);
    }

    /// Asks a peer whether it is there (POKE). The answer arrives as [Output.Sounded].
    ///
    /// @param patience nanoseconds to wait for it
    /// @return empty when all call numbers towards that address are in use
    public Optional<CallId> poke(PeerAddress peer, long patience, long now) {
        at(now);
        return desk.directory()
                .number(peer, now)
                .map(
                        number -> {
                            var sounding = desk.sound(peer, number);
                            sounding.begin(patience, now);
                            desk.review(sounding);
                            return sounding.id();
                        });
    }

    /// Passes a wish on to a call. One for a call that is over is dropped: it crossed the news.
    public void tell(CallId id, Command wish, long now) {
        at(now);
        if (desk.directory().of(id) instanceof Conversation call) {
            call.tell(wish, now);
            desk.review(call);
        }
        desk.wake();
    }

    /// Asks the peers of two calls to go on with each other, without us or, for
    /// [TransferRule#MEDIA_ONLY], without our passing on their voice (RFC 5456 §6.5). What becomes
    /// of it arrives as news of both; until then they go on as before.
    ///
    /// @return whether they were asked; not when a call is not up, is encrypted or being moved
    ///   already, or when an end may not be sent to where the other is
    public boolean transfer(CallId one, CallId two, TransferRule how, long now) {
        at(now);
        boolean asked = desk.detours().mediate(one, two, how, now);
        desk.wake();
        return asked;
    }

    /// How trunks behave now.
    public TrunkSettings trunking() {
        return desk.trunks().settings();
    }

    /// Has trunks behave otherwise. Whether pieces bear timestamps stays as it is on a trunk that
    /// has sent something.
    public void trunking(TrunkSettings fresh) {
        desk.trunks().settings(fresh);
    }

    /// How a call gets through the network; empty when there is no such call.
    public Optional<NetStatistics> statistics(CallId id) {
        return desk.directory().of(id) instanceof Conversation call
                ? Optional.of(call.statistics())
                : Optional.empty();
    }

    /// Ends all calls politely.
    public void hangUpAll(Cause cause, long now) {
        for (var call : desk.directory().all()) {
            if (!call.isEnded()) {
                tell(call.id(), new Command.Finish(cause), now);
            }
        }
    }

    @Override
    public Output poll() {
        if (switchboard.settle()) {
            desk.wake();
        }
        switchboard.complain();
        var next = desk.nextOutput();
        return next == null ? quiet() : next;
    }

    /// The same object again while the time is the same: a driver asks after every few datagrams.
    private Output.Quiet quiet() {
        long until = desk.quietUntil();
        if (quiet.until() != until) {
            quiet = new Output.Quiet(until);
        }
        return quiet;
    }

    public Counters counters() {
        return desk.counters();
    }

    /// All dialogues, for tables.
    public List<DialogueView> dialogues() {
        var all = new ArrayList<DialogueView>();
        desk.directory().all().forEach(dialogue -> all.add(dialogue.view()));
        return all;
    }

    /// One of them; empty when it is over.
    public Optional<DialogueView> dialogue(CallId id) {
        return Optional.ofNullable(desk.directory().of(id)).map(Dialogue::view);
    }

    /// How many call numbers each address holds, those that rest included.
    public Map<PeerAddress, Integer> numbersHeld() {
        return desk.directory().held();
    }

    /// Calls that are not over, or whose last word has not been acknowledged.
    public int liveCalls() {
        return desk.directory().live();
    }

    /// Whether nothing at all is left: no call, no resting number, no pending output.
    public boolean isIdle() {
        return desk.isIdle();
    }
}

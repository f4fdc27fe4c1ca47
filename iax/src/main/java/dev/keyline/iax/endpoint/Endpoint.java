package dev.keyline.iax.endpoint;

import dev.keyline.iax.auth.Answer;
import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.auth.Rsa;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.Circumstances;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Destination;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.call.Ending;
import dev.keyline.iax.call.Greeting;
import dev.keyline.iax.call.Input;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.MetaFrame;
import dev.keyline.iax.wire.MiniFrame;
import dev.keyline.iax.wire.PeerAddress;
import java.security.InvalidKeyException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.random.RandomGenerator;

/// Every conversation behind one UDP port. Owns no socket, clock, thread or source of chance: bytes
/// and time come in, datagrams and news go out; [Party] has the one rule for whoever drives it.
///
/// Not safe for use by several threads; a port has one loop.
public final class Endpoint implements Party {
    private final Config config;
    private final KeyRing ring;
    private final Queue<Output> outbox = new ArrayDeque<>();
    private final Counters counters = new Counters();
    private final Complaints complaints = new Complaints(counters);
    private final Deadlines deadlines = new Deadlines();
    private final Directory directory;
    private final Arrivals arrivals;
    private final Desk desk = new Desk();
    private long nextCallId = 1;
    private long now;

    /// An endpoint without calls.
    ///
    /// @param door who may call
    /// @param ring the keys to sign and check with; asked anew for each call, so it may change
    ///   underneath
    /// @param chance strong in life (`SecureRandom`), seeded in tests
    public Endpoint(Config config, Door door, KeyRing ring, RandomGenerator chance) {
        this.config = config;
        this.ring = ring;
        this.directory = new Directory(config.limits(), chance);
        this.arrivals = new Arrivals(config, door, desk, chance);
    }

    @Override
    public void receive(PeerAddress from, byte[] datagram, int length, long now) {
        this.now = now;
        counters.countIn();
        try {
            switch (Frame.parse(datagram, length)) {
                case FullFrame full -> hear(from, full, length);
                case MiniFrame mini -> hear(from, mini);
                case MetaFrame _ -> complain(from, Oddity.UNKNOWN_CALL, "a trunk or video frame");
            }
        } catch (MalformedFrame malformed) {
            complain(from, Oddity.MALFORMED, String.valueOf(malformed.getMessage()));
        }
        wake(now);
    }

    private void hear(PeerAddress from, FullFrame frame, int size) throws MalformedFrame {
        var call =
                frame.destination().isNone()
                        ? directory.byTheirNumber(from, frame.source())
                        : directory.byOurNumber(from, frame.destination());
        if (call != null && call.isEnded() && Arrivals.isNew(frame)) {
            retire(call); // the peer counts this call as over and uses his number again
            call = null;
        }
        if (call == null) {
            arrivals.stranger(from, frame, size, now);
        } else if (!isTheirs(call, frame) || !isForUs(call, frame)) {
            complain(from, Oddity.WRONG_NUMBER, "source " + frame.source());
        } else {
            attend(call, frame);
        }
    }

    private void attend(Conversation call, FullFrame frame) throws MalformedFrame {
        try {
            if (Arrivals.isInval(frame)) {
                call.forgotten(now);
            } else {
                call.hear(frame, now);
            }
        } catch (RuntimeException bug) {
            call.broke(now);
            throw bug;
        } finally {
            review(call);
        }
    }

    /// Their number is learnt once. Later frames must bear it, or anybody who can guess one number
    /// of 15 bits and forge an address could talk into the call; stateless answers from number 1
    /// come before that.
    private static boolean isTheirs(Conversation call, FullFrame frame) {
        return call.theirs().isNone() || call.theirs().equals(frame.source());
    }

    /// A frame without our number is believed only while its sender cannot know it.
    private static boolean isForUs(Conversation call, FullFrame frame) {
        return !frame.destination().isNone() || !call.leg().isAccepted() || Arrivals.isNew(frame);
    }

    private void hear(PeerAddress from, MiniFrame mini) {
        var call = directory.byTheirNumber(from, mini.source());
        if (call == null) {
            complain(from, Oddity.UNKNOWN_CALL, "a mini frame of call " + mini.source());
        } else {
            call.hear(mini, now);
            review(call);
        }
    }

    @Override
    public void wake(long now) {
        this.now = now;
        for (var call = deadlines.nextDue(now); call != null; call = deadlines.nextDue(now)) {
            call.wake(now);
            review(call);
        }
        directory.refresh(now);
    }

    /// Places a call. What becomes of it arrives as news.
    public CallId dial(Destination callee, long now) {
        this.now = now;
        var id = new CallId(nextCallId++);
        var number = directory.number(callee.to());
        if (number.isEmpty()) {
            var why =
                    new Ending.Broken(
                            Cause.SWITCH_CONGESTION.code(),
                            "all call numbers towards " + callee.to() + " are in use");
            outbox.add(new Output.News(id, new CallEvent.Ended(why)));
            return id;
        }
        var here =
                new Circumstances(
                        callee.to(),
                        callee.credentials(),
                        ring,
                        callee.media().capability(),
                        true,
                        config.delays());
        var call = new Conversation(id, here, desk, number.get(), CallNumber.NONE, config, true);
        directory.add(call);
        call.begin(Greeting.dial(callee), now);
        review(call);
        wake(now);
        return id;
    }

    /// Passes a wish on to a call. One for a call that is over is dropped: it crossed the news.
    public void tell(CallId id, Command wish, long now) {
        this.now = now;
        var call = directory.of(id);
        if (call != null) {
            call.tell(wish, now);
            review(call);
        }
        wake(now);
    }

    /// Ends all calls politely.
    public void hangUpAll(Cause cause, long now) {
        for (var call : directory.all()) {
            if (!call.isEnded()) {
                tell(call.id(), new Command.Finish(cause), now);
            }
        }
    }

    @Override
    public Output poll() {
        var next = outbox.poll();
        return next == null ? new Output.Quiet(quietUntil()) : next;
    }

    private long quietUntil() {
        return Math.min(deadlines.soonest(), directory.nextRefresh());
    }

    public Counters counters() {
        return counters;
    }

    /// Calls that are not over, or whose last word has not been acknowledged.
    public int liveCalls() {
        return directory.live();
    }

    /// Whether nothing at all is left: no call, no resting number, no pending output.
    public boolean isIdle() {
        return directory.live() == 0 && directory.addresses() == 0 && outbox.isEmpty();
    }

    private void review(Conversation call) {
        arrivals.review(call);
        if (call.isGone()) {
            retire(call);
        } else {
            deadlines.touch(call);
        }
    }

    private void retire(Conversation call) {
        if (directory.of(call.id()) != null) {
            arrivals.leave(call);
            directory.remove(call, now);
        }
    }

    private void complain(PeerAddress from, Oddity what, String words) {
        complaints.about(from, what, words, now).ifPresent(outbox::add);
    }

    private void perform(Conversation whose, Answer.SignWith what) {
        outbox.add(
                new Output.Work(
                        () -> {
                            var outcome = signature(what);
                            return later -> {
                                this.now = later;
                                whose.signed(outcome, later);
                                review(whose);
                            };
                        }));
    }

    private static Input signature(Answer.SignWith what) {
        try {
            return new Input.Signed(Rsa.sign(what.key(), what.challenge()));
        } catch (InvalidKeyException e) {
            return new Input.CouldNotSign("key '" + what.keyName() + "': " + e.getMessage());
        }
    }

    /// What conversations and arrivals ask of us.
    private final class Desk implements Office, Arrivals.House {
        @Override
        public void send(Conversation from, Frame frame) {
            send(from.peer(), frame);
        }

        @Override
        public void send(PeerAddress to, Frame frame) {
            counters.countOut();
            outbox.add(new Output.Send(to, frame.encode()));
        }

        @Override
        public void tell(Conversation about, CallEvent event) {
            outbox.add(new Output.News(about.id(), event));
        }

        @Override
        public void sign(Conversation whose, Answer.SignWith what) {
            perform(whose, what);
        }

        @Override
        public void note(Conversation about, Oddity what, String words) {
            complain(about.peer(), what, words);
        }

        @Override
        public void note(PeerAddress from, Oddity what, String words) {
            complain(from, what, words);
        }

        @Override
        public void learned(Conversation conversation) {
            directory.learn(conversation);
        }

        @Override
        public Directory directory() {
            return directory;
        }

        @Override
        public Conversation conversation(
                Circumstances here, CallNumber ours, FullFrame first, boolean hasToken) {
            var call =
                    new Conversation(
                            new CallId(nextCallId++),
                            here,
                            this,
                            ours,
                            first.source(),
                            config,
                            hasToken);
            call.greetedBy(first);
            directory.add(call);
            return call;
        }

        @Override
        public void settled(Conversation call) {
            review(call);
        }

        @Override
        public KeyRing ring() {
            return ring;
        }
    }
}

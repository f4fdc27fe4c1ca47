package dev.keyline.iax.endpoint;

import dev.keyline.iax.auth.Answer;
import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.auth.Signature;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Circumstances;
import dev.keyline.iax.cipher.Slate;
import dev.keyline.iax.delivery.Delivery;
import dev.keyline.iax.registration.RegistrantSide;
import dev.keyline.iax.registration.RegistrarSide;
import dev.keyline.iax.registration.RegistrationEvent;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.iax.wire.Writer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The desk in the middle of an endpoint: the outbox, the books of calls and callers, and what is
/// to be done after a call has moved.
final class Desk implements Office {
    private static final Signature NO_ROOM =
            new Signature.Failed("more challenges wait to be signed than signaturequeue allows");

    private final Config config;
    private final KeyRing ring;
    private final RandomGenerator chance;
    private final Queue<Output> outbox = new ArrayDeque<>();
    private final Queue<Dialogue> debtors = new ArrayDeque<>();
    private final Writer mini = new Writer();
    private final Slate slate;
    private @Nullable Outlet outlet;
    private final Counters counters = new Counters();
    private final Complaints complaints;
    private final Deadlines deadlines = new Deadlines();
    private final Directory directory;
    private final Admissions admissions;
    private final Trunks trunks;
    private final Registrations registrations;
    private final Detours detours;
    private final Signatures signatures;
    private long nextCallId = 1;
    private long now;

    Desk(Config config, KeyRing ring, RandomGenerator chance) {
        this.config = config;
        this.ring = ring;
        this.chance = chance;
        this.slate = new Slate(chance);
        this.complaints = new Complaints(counters, config.limits().noticesPerSecond());
        this.directory = new Directory(config.limits(), chance);
        this.admissions = new Admissions(config.limits());
        this.trunks = new Trunks(config.trunk(), this::send);
        this.detours = new Detours(this, chance);
        this.signatures =
                new Signatures(
                        config.limits().signaturesPerSecond(), config.limits().signaturesWaiting());
        this.registrations = new Registrations(this, config.registering());
    }

    /// The time at which everything happens until the next call of this method.
    @Override
    public void at(long time) {
        now = time;
    }

    long now() {
        return now;
    }

    KeyRing ring() {
        return ring;
    }

    Registrations registrations() {
        return registrations;
    }

    Trunks trunks() {
        return trunks;
    }

    Directory directory() {
        return directory;
    }

    Admissions admissions() {
        return admissions;
    }

    Counters counters() {
        return counters;
    }

    CallId nextId() {
        return new CallId(nextCallId++);
    }

    /// Enters a new call into the books; it has said nothing yet.
    ///
    /// @param hasToken whether its caller came with a call token; true for calls of our own
    Conversation open(
            CallId id, Circumstances here, CallNumber ours, CallNumber theirs, boolean hasToken) {
        var call =
                new Conversation(
                        id,
                        here,
                        this,
                        mailbag(ours, theirs, new Mouth(this, ours, here.peer())),
                        config,
                        new Rotation(chance),
                        hasToken);
        directory.add(call);
        return call;
    }

    /// Enters a new registration of ours.
    Registering register(RegistrantSide here, CallNumber ours) {
        var bag = mailbag(ours, CallNumber.NONE, new Media());
        var dialogue = new Registering(nextId(), here, this, bag);
        directory.add(dialogue);
        return dialogue;
    }

    /// Enters a registration that a peer makes with us.
    Enrolment enrol(RegistrarSide here, CallNumber ours, CallNumber theirs, boolean hasToken) {
        var dialogue =
                new Enrolment(nextId(), here, this, mailbag(ours, theirs, new Media()), hasToken);
        directory.add(dialogue);
        return dialogue;
    }

    /// Enters a POKE.
    Sounding sound(PeerAddress peer, CallNumber ours) {
        var dialogue =
                new Sounding(nextId(), peer, this, mailbag(ours, CallNumber.NONE, new Media()));
        directory.add(dialogue);
        return dialogue;
    }

    private <M extends Media> Mailbag<M> mailbag(CallNumber ours, CallNumber theirs, M media) {
        return new Mailbag<>(new Delivery(ours, theirs, config.pace()), media, new Seal(slate));
    }

    /// A dialogue has moved: it is to be woken at another time, or not at all any more.
    void review(Dialogue call) {
        admissions.review(call);
        if (call.isGone()) {
            retire(call);
        } else {
            deadlines.touch(call);
        }
    }

    @Override
    public void touch(Dialogue whose) {
        deadlines.touch(whose);
    }

    /// The call is over and its number rests.
    void retire(Dialogue call) {
        if (directory.of(call.id()) != null) {
            admissions.leave(call);
            directory.remove(call, now);
            deadlines.leave(call);
        }
    }

    /// Wakes whoever wanted to be.
    void wake() {
        while (deadlines.nextDue(now) instanceof Dialogue call) {
            call.wake(now);
            review(call);
        }
        trunks.wake(now);
        signatures.wake(now);
        directory.refresh(now);
        registrations.wake(now);
    }

    /// When [#wake] has something to do next.
    long quietUntil() {
        return Math.min(
                Math.min(Math.min(deadlines.next(), trunks.next()), signatures.next()),
                Math.min(directory.nextRefresh(), registrations.soonest()));
    }

    /// The next thing to do. When there is nothing else whoever drives us has dealt with all that
    /// came, and what no answer has acknowledged gets its ACK.
    @Nullable Output nextOutput() {
        if (outbox.isEmpty()) {
            payDebts();
        }
        return outbox.poll();
    }

    private void payDebts() {
        for (var who = debtors.poll(); who != null; who = debtors.poll()) {
            who.pay();
        }
    }

    @Override
    public void owes(Dialogue who) {
        debtors.add(who);
    }

    boolean isIdle() {
        return directory.live() == 0
                && directory.addresses() == 0
                && trunks.isEmpty()
                && outbox.isEmpty()
                && debtors.isEmpty();
    }

    void send(PeerAddress to, Frame frame) {
        send(to, frame.encode());
    }

    void send(PeerAddress to, byte[] datagram) {
        counters.countOut();
        if (outlet == null) {
            outbox.add(new Output.Send(to, datagram));
        } else {
            outlet.send(to, datagram, 0, datagram.length);
        }
    }

    void outlet(Outlet where) {
        outlet = where;
    }

    @Override
    public void send(PeerAddress to, byte[] octets, int offset, int length) {
        counters.countOut();
        if (outlet == null) {
            outbox.add(new Output.Send(to, Arrays.copyOfRange(octets, offset, offset + length)));
        } else {
            outlet.send(to, octets, offset, length);
        }
    }

    void tell(CallId about, CallEvent event) {
        outbox.add(new Output.News(about, event));
    }

    void announce(Output what) {
        outbox.add(what);
    }

    @Override
    public void tell(Dialogue about, RegistrationEvent event) {
        if (about instanceof Registering) {
            registrations.happened(about.id(), event, now);
        } else {
            announce(new Output.Registry(about.id(), event));
        }
    }

    @Override
    public void sounded(Dialogue by, OptionalLong roundTrip) {
        announce(new Output.Sounded(by.id(), roundTrip));
    }

    void note(PeerAddress from, Oddity what, String words) {
        complaints.about(from, what, words, now).ifPresent(outbox::add);
    }

    @Override
    public void send(Dialogue from, byte[] datagram) {
        send(from.peer(), datagram);
    }

    @Override
    public void sendMini(
            PeerAddress to, int ours, int stamp, byte[] octets, int offset, int length) {
        mini.clear();
        mini.u16(ours).u16(stamp).bytes(octets, offset, length);
        send(to, mini.array(), 0, mini.length());
    }

    @Override
    public void sendByTrunk(
            PeerAddress to, int ours, int stamp, byte[] octets, int offset, int length) {
        if (!trunks.add(to, ours, stamp, octets, offset, length, now)) {
            note(to, Oddity.FULL_TRUNK, "voice of call " + ours);
        }
    }

    @Override
    public void tell(Conversation about, CallEvent event) {
        tell(about.id(), event);
    }

    @Override
    public void note(Dialogue about, Oddity what, String words) {
        note(about.peer(), what, words);
    }

    @Override
    public Detours detours() {
        return detours;
    }

    @Override
    public void learned(Dialogue dialogue) {
        directory.learn(dialogue);
    }

    @Override
    public void sign(Dialogue whose, Answer.SignWith what) {
        switch (signatures.begin(
                whose.peer(), () -> handOut(whose, () -> Signature.of(what)), now)) {
            case NOW -> whose.awaitSignature();
            case LATER -> note(whose, Oddity.TOO_MANY_SIGNATURES, "");
            case NEVER -> {
                note(whose, Oddity.TOO_MANY_WAITING_SIGNATURES, "");
                handOut(whose, () -> NO_ROOM);
            }
        }
    }

    private void handOut(Dialogue whose, Supplier<Signature> work) {
        outbox.add(
                new Output.Work(
                        () -> {
                            var outcome = work.get();
                            return later -> signed(whose, outcome, later);
                        }));
    }

    private void signed(Dialogue whose, Signature outcome, long later) {
        at(later);
        whose.signatureCame(outcome, later);
        review(whose);
        wake();
    }
}

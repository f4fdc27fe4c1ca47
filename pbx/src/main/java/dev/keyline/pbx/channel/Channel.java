package dev.keyline.pbx.channel;

import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Ending;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.message.CallerId;
import dev.keyline.iax.message.Indication;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.Variable;
import dev.keyline.iax.transfer.TransferRule;
import dev.keyline.iax.wire.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// One party of a call as the exchange sees it.
public final class Channel {
    private final Identity identity;
    private final Wire wire;
    private final long since;
    private final Variables variables = new Variables();
    private final Subroutines subroutines = new Subroutines();
    private final Parties parties = new Parties();
    private State state;
    private CallerId caller;
    private Proof proof = Proof.NONE;
    private Position position = new Position("", "", 1);
    private Timeouts timeouts = Timeouts.USUAL;
    private String language = "";
    private Optional<Mouth> mouth = Optional.empty();
    private OptionalLong answered = OptionalLong.empty();
    private Optional<Ending> ending = Optional.empty();
    private List<Variable> carried = List.of();
    private String account = "";
    private int hangupCause;
    private Smoothing smoothing = Smoothing.NONE;
    private TransferRule reroute = TransferRule.NO;
    private boolean encrypted;
    private boolean wantsEncryption;

    /// The call beneath a channel.
    public interface Wire {
        void tell(CallId call, Command wish, long now);

        /// Voice of one call may go to another without becoming news, where it need not be
        /// translated. Until [#keep].
        default void pass(CallId from, CallId to) {}

        /// Voice of this call is news again.
        default void keep(CallId call) {}
    }

    /// @param now when the channel began
    public Channel(Identity identity, CallerId caller, Wire wire, long now) {
        this.identity = identity;
        this.caller = caller;
        this.wire = wire;
        this.since = now;
        this.state = identity.incoming() ? State.RING : State.DOWN;
    }

    public Identity identity() {
        return identity;
    }

    /// `IAX2/east-12`.
    public String name() {
        return identity.name();
    }

    public State state() {
        return state;
    }

    public boolean isUp() {
        return state == State.UP;
    }

    public boolean isGone() {
        return state == State.GONE;
    }

    public Variables variables() {
        return variables;
    }

    public Subroutines subroutines() {
        return subroutines;
    }

    /// Who else is in the call, and how they are dealt with.
    public Parties parties() {
        return parties;
    }

    public CallerId caller() {
        return caller;
    }

    public void caller(CallerId id) {
        caller = id;
    }

    public Proof proof() {
        return proof;
    }

    public void proof(Proof shown) {
        proof = shown;
    }

    public Position position() {
        return position;
    }

    public void position(Position at) {
        position = at;
    }

    public Timeouts timeouts() {
        return timeouts;
    }

    public void timeouts(Timeouts set) {
        timeouts = set;
    }

    /// A tag such as `en`, possibly empty.
    public String language() {
        return language;
    }

    public void language(String tag) {
        language = tag;
    }

    public String account() {
        return account;
    }

    public void account(String code) {
        account = code;
    }

    /// The variables that came with the call (IAXVAR), and go out with calls placed for it.
    public List<Variable> carried() {
        return carried;
    }

    public void carried(List<Variable> variables) {
        carried = List.copyOf(variables);
    }

    /// Whether the call beneath is encrypted.
    public boolean isEncrypted() {
        return encrypted;
    }

    public void encrypted(boolean now) {
        encrypted = now;
    }

    /// Whether calls placed for this channel have to be encrypted, or are not to be placed
    /// (`CHANNEL(secure_bridge_signaling)`).
    public boolean wantsEncryption() {
        return wantsEncryption;
    }

    public void wantsEncryption(boolean wish) {
        wantsEncryption = wish;
    }

    /// Q.850, as `HANGUPCAUSE` shows it; 0 while nobody said. What became of a call placed for this
    /// channel is written here as well.
    public int hangupCause() {
        return hangupCause;
    }

    public void hangupCause(int code) {
        hangupCause = code;
    }

    /// When it began, in nanoseconds of the loop's clock.
    public long since() {
        return since;
    }

    public OptionalLong answered() {
        return answered;
    }

    public Optional<Ending> ending() {
        return ending;
    }

    /// The format we speak; empty until the call is accepted.
    public Optional<MediaFormat> format() {
        return mouth.map(Mouth::format);
    }

    /// The call is accepted in this format.
    public void speaks(MediaFormat format) {
        mouth = Optional.of(new Mouth(format));
    }

    /// It rings at the other end.
    public void ringing() {
        if (state == State.DOWN) {
            state = State.RINGING;
        }
    }

    /// Answers a call that came in; once is enough.
    public void answer(long now) {
        if (state == State.RING) {
            wire.tell(identity.call(), new Command.Answer(), now);
            isAnswered(now);
        }
    }

    /// Somebody has answered at the other end.
    public void isAnswered(long now) {
        state = State.UP;
        answered = OptionalLong.of(now);
    }

    public void indicate(Indication what, long now) {
        tell(new Command.Indicate(what), now);
    }

    /// Speaks samples of 8 kHz.
    public void speak(short[] samples, long now) {
        mouth.ifPresent(m -> utter(m, m.frames(samples), now));
    }

    /// Speaks what another channel said, in whatever format that was.
    public void relay(MediaFormat from, Bytes payload, long now) {
        mouth.ifPresent(m -> utter(m, m.frames(from, payload), now));
    }

    private void utter(Mouth with, List<Bytes> frames, long now) {
        for (var frame : frames) {
            tell(new Command.Speak(with.format(), frame), now);
        }
    }

    public void press(char digit, boolean begin, long now) {
        tell(new Command.Press(digit, begin), now);
    }

    public void write(String text, long now) {
        tell(new Command.Write(text), now);
    }

    /// How what we hear is smoothed; from now on it is heard here.
    public void smoothing(Smoothing how, long now) {
        smoothing = how;
        heardHere(now);
    }

    /// Whether we may leave two parties alone with each other; never unless it was written.
    public TransferRule reroute() {
        return reroute;
    }

    /// What `transfer=` says about this channel. Where nothing is written the peer may move us, as
    /// in Asterisk, and we move nobody.
    public void reroute(Optional<TransferRule> written, long now) {
        reroute = written.orElse(TransferRule.NO);
        tell(new Command.Reroute(written.orElse(TransferRule.YES)), now);
    }

    /// What we hear ends here: an application listens, or nobody.
    public void heardHere(long now) {
        wire.keep(identity.call());
        smoothing.heardHere().ifPresent(wish -> tell(wish, now));
    }

    /// What we hear is passed on to another channel, until it is [#heardHere] again. What comes as
    /// news all the same is to be [#relay]-ed.
    public void passedOn(Channel to, long now) {
        smoothing.passedOn().ifPresent(wish -> tell(wish, now));
        wire.pass(identity.call(), to.identity.call());
    }

    /// What we hear is said back, until it is [#heardHere] again; likewise.
    public void echo() {
        wire.pass(identity.call(), identity.call());
    }

    /// Passes a wish on to the call as it is.
    public void tell(Command wish, long now) {
        if (state != State.GONE) {
            wire.tell(identity.call(), wish, now);
        }
    }

    /// Hangs up. What the call says to it comes as news.
    ///
    /// @param code Q.850, 0 to 127
    public void hangUp(int code, long now) {
        tell(new Command.Finish(code), now);
    }

    public void hangUp(Cause cause, long now) {
        hangUp(cause.code(), now);
    }

    /// The call is over.
    public void ended(Ending why) {
        state = State.GONE;
        ending = Optional.of(why);
        if (why.code() != 0) {
            hangupCause = why.code();
        }
    }

    @Override
    public String toString() {
        return name() + " (" + state.word() + ")";
    }
}

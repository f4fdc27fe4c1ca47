package dev.keyline.iax.call;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Verdict;
import dev.keyline.iax.message.DialplanReply;
import dev.keyline.iax.message.Indication;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.New;
import dev.keyline.iax.transfer.TransferEvent;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import java.util.Set;

/// What happened on a call: news for whoever uses it.
public sealed interface CallEvent {
    /// Somebody calls and has been let in, or needed no proof. Answer with [Command.Accept] or
    /// [Command.Refuse].
    ///
    /// @param name the section that let them in
    record Arrived(PeerAddress from, String name, Proof proof, New request) implements CallEvent {}

    /// How a caller got in.
    sealed interface Proof permits Unasked, Proven {}

    /// The section asks nobody for anything.
    record Unasked() implements Proof {}

    /// By a key or a secret.
    ///
    /// @param encrypted whether the call is encrypted, from the proof on
    record Proven(Verdict.LetIn how, boolean encrypted) implements Proof {}

    /// Somebody called and was not let in; they get a REJECT. For log and counters.
    ///
    /// @param name the name they gave, possibly empty
    /// @param required what they were asked for; nothing when they were not even asked
    record TurnedAway(
            PeerAddress from,
            String name,
            New request,
            Set<AuthMethod> required,
            Verdict.TurnedAway verdict)
            implements CallEvent {}

    /// They ask us who we are.
    record Challenged(Set<AuthMethod> offered) implements CallEvent {}

    /// We have answered.
    ///
    /// @param keyName the key that signed, empty for other methods
    record Answering(AuthMethod method, String keyName, String fingerprint) implements CallEvent {}

    /// They accepted our call; voice may flow in this format. Ringing and answering come later.
    ///
    /// @param encrypted whether the call is encrypted
    record Accepted(MediaFormat format, boolean encrypted) implements CallEvent {}

    /// Our acceptance of their call stands, and they have shown that they heard it: the dialplan
    /// may start.
    record Established(MediaFormat format) implements CallEvent {}

    /// On a call that we keep waiting for a number they ask what our dialplan knows of one. Answer
    /// with [Command.Reply].
    record Asked(String number) implements CallEvent {}

    /// They dial on such a call. Answer with [Command.Accept] or [Command.Refuse].
    record Dialled(String number) implements CallEvent {}

    /// What their dialplan knows of a number; the answer to [Command.Ask].
    record Replied(DialplanReply reply) implements CallEvent {}

    /// RINGING, PROGRESS, BUSY, HOLD and so on; ANSWER comes as [Answered].
    record Indicated(Indication indication, Bytes data) implements CallEvent {}

    record Answered() implements CallEvent {}

    /// Voice.
    ///
    /// @param timestamp media time at the sender, milliseconds since its first frame, 32 bits
    ///   unwrapped
    record Heard(MediaFormat format, int timestamp, Bytes payload) implements CallEvent {}

    /// Voice is missing where the jitter buffer ([Command.Buffer]) wanted to play some: make
    /// something up.
    ///
    /// @param format the format of the voice around it
    /// @param timestamp media time at the sender, as in [Heard]; the same more than once while the
    ///   buffer waits
    /// @param millis how long it lasts
    record Missed(MediaFormat format, int timestamp, int millis) implements CallEvent {}

    /// A key of the dial pad went down (`begin`) or up. Old peers send only the end.
    record Pressed(char digit, boolean begin) implements CallEvent {}

    record Wrote(String text) implements CallEvent {}

    /// Anything else that travels on an accepted call, for those who pass it on: video, images,
    /// HTML, comfort noise.
    record Carried(dev.keyline.iax.message.Message message) implements CallEvent {}

    /// The call takes another way from now on, or was asked to and does not.
    record Rerouted(TransferEvent what) implements CallEvent {}

    /// A PING came back.
    ///
    /// @param roundTrip nanoseconds
    record Measured(long roundTrip) implements CallEvent {}

    /// The call is over; nothing follows.
    record Ended(Ending why) implements CallEvent {}
}

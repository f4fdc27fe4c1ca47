package dev.keyline.iax.call;

import dev.keyline.iax.jitter.JitterSettings;
import dev.keyline.iax.message.DialplanReply;
import dev.keyline.iax.message.Indication;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.transfer.TransferRule;
import dev.keyline.iax.wire.Bytes;

/// What the user of a call wishes. One that does not fit the state of the call is counted and
/// dropped.
public sealed interface Command {
    /// Take an arrived call, or what was dialled on it, in this format.
    record Accept(MediaFormat format) implements Command {}

    /// Take an arrived call whose number is still to be dialled (`TBD`), in this format.
    record Await(MediaFormat format) implements Command {}

    /// Say what our dialplan knows of a number they asked for.
    record Reply(DialplanReply reply) implements Command {}

    /// Ask what their dialplan knows of a number; on a call of ours for `TBD`.
    record Ask(String number) implements Command {}

    /// Dial, on a call of ours for `TBD`.
    record Dial(String number) implements Command {}

    /// Refuse an arrived call, or what was dialled on it.
    record Refuse(Cause cause, String text) implements Command {}

    /// Say RINGING, PROGRESS, BUSY, HOLD and so on.
    record Indicate(Indication indication, Bytes data) implements Command {
        public Indicate(Indication indication) {
            this(indication, Bytes.EMPTY);
        }
    }

    /// Answer a call we accepted.
    record Answer() implements Command {}

    /// Send one block of voice, usually 20 ms; it is stamped by the media clock.
    record Speak(MediaFormat format, Bytes payload) implements Command {}

    /// Send voice by the trunk with the peer's address from now on, together with that of other
    /// calls. The first block of a format, and what is encrypted, goes on its own as always.
    record Trunk() implements Command {}

    /// Let what is heard go through a jitter buffer from now on.
    record Buffer(JitterSettings settings) implements Command {}

    /// Pass on what is heard as it comes, as at the beginning.
    record Unbuffer() implements Command {}

    /// Whether the peer may have us talk to somebody else directly; at the beginning it may not.
    record Reroute(TransferRule rule) implements Command {}

    /// A key of the dial pad goes down or up: `0-9 * # A-D`.
    record Press(char digit, boolean begin) implements Command {}

    record Write(String text) implements Command {}

    /// Send a message as it is: video, images, HTML, comfort noise passed on from another leg.
    record Carry(dev.keyline.iax.message.Message message) implements Command {}

    /// End the call, in any state.
    ///
    /// @param code Q.850, 0 to 127
    record Finish(int code) implements Command {
        public Finish(Cause cause) {
            this(cause.code());
        }
    }
}

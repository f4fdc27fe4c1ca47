package dev.keyline.iax.transfer;

import dev.keyline.iax.message.Message;

/// Something to be carried out when an end of a transfer moves.
public sealed interface Act {
    /// Send a numbered message on the call.
    record Say(Message message) implements Act {}

    /// Send a message to the other end, without a number, from our number to its.
    record SayDirectly(Target to, Message message) implements Act {}

    /// Hear what comes from there under our number.
    record Listen(Target to) implements Act {}

    /// And no more.
    record StopListening() implements Act {}

    /// Acknowledge on the old path; from now on this is the call with that address, and all
    /// counting starts anew.
    record Move(Target to) implements Act {}

    /// Hear voice from there too, and send ours there.
    record SendVoice(Target to) implements Act {}

    /// Come back with [Input.TimeUp] after this many nanoseconds, unless told otherwise by then.
    record Wait(long nanos) implements Act {}

    /// Wait for nothing any more.
    record StopWaiting() implements Act {}

    record Tell(TransferEvent event) implements Act {}

    /// Something that does not fit the state: counted, never answered, never fatal.
    record Remark(String what) implements Act {}
}

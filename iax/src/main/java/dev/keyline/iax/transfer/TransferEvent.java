package dev.keyline.iax.transfer;

import dev.keyline.iax.wire.PeerAddress;

/// What became of a transfer: news for whoever uses the call. That we have left the path of a call
/// is the end of it for us.
public sealed interface TransferEvent {
    /// The call goes on directly with that address.
    record Moved(PeerAddress to) implements TransferEvent {}

    /// Voice goes directly to that address, the rest as before.
    record VoiceMoved(PeerAddress to) implements TransferEvent {}

    /// We were asked to move the call and would not, or could not; it goes on as before.
    record Refused(String why) implements TransferEvent {}

    /// The two calls we joined exchange their voice without us.
    record VoiceLeft() implements TransferEvent {}

    /// The two calls we joined stay with us.
    record Stayed(String why) implements TransferEvent {}
}

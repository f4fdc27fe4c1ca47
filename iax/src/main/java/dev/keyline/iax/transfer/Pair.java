package dev.keyline.iax.transfer;

import dev.keyline.iax.message.ApparentAddress;
import dev.keyline.iax.message.TransferRequest;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.PeerAddress;

/// The two calls that are to become one, as the middle knows them; none of it changes.
///
/// @param rule [TransferRule#YES] to leave, [TransferRule#MEDIA_ONLY] to stay for the signalling
/// @param id any number, the same for both ends
public record Pair(End one, End two, TransferRule rule, int id) {
    /// One end.
    ///
    /// @param number its number for its call with us
    public record End(PeerAddress address, CallNumber number) {}

    End end(BrokerLeg.Side side) {
        return side == BrokerLeg.Side.ONE ? one : two;
    }

    /// What one side is asked: to talk to the other.
    TransferRequest request(BrokerLeg.Side side) {
        var other = end(side.other());
        var address = other.address();
        return new TransferRequest(
                new ApparentAddress(address.ip(), address.port()), other.number().value(), id);
    }
}

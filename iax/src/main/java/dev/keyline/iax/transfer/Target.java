package dev.keyline.iax.transfer;

import dev.keyline.iax.message.TransferRequest;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.PeerAddress;
import java.util.Optional;

/// Whom a party is asked to talk to directly.
///
/// @param number the other end's number for its call
/// @param id the same on both sides of one transfer
public record Target(PeerAddress address, CallNumber number, int id) {
    private static final int HIGHEST = 0x7FFF;

    /// Whom a TXREQ names; empty when it does not name anybody.
    static Optional<Target> of(TransferRequest request) {
        var address = request.address();
        int number = request.callNumber();
        return address.isNone() || number < 1 || number > HIGHEST
                ? Optional.empty()
                : Optional.of(
                        new Target(
                                new PeerAddress(address.ip(), address.port()),
                                new CallNumber(number),
                                request.transferId()));
    }
}

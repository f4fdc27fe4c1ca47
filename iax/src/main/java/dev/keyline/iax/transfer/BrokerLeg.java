package dev.keyline.iax.transfer;

/// Where the middle of a transfer stands.
public sealed interface BrokerLeg {
    /// Both ends were asked (TXREQ); neither is ready.
    record Asked() implements BrokerLeg {}

    /// One end is ready (TXREADY).
    record HalfReady(Side ready) implements BrokerLeg {}

    /// Both ends were let go (TXREL); nothing of the call is left here.
    record Released() implements BrokerLeg {}

    /// Voice goes past us (TXMEDIA).
    record VoiceReleased() implements BrokerLeg {}

    /// An end would not or could not; both stay.
    record CalledOff() implements BrokerLeg {}

    /// One of the two calls.
    enum Side {
        ONE,
        TWO;

        public Side other() {
            return this == ONE ? TWO : ONE;
        }
    }
}

package dev.keyline.iax.transfer;

import dev.keyline.iax.message.Message;

/// What can move the middle of a transfer along an arrow.
public sealed interface BrokerInput {
    /// Heard from one end.
    record Heard(BrokerLeg.Side from, Message message) implements BrokerInput {}

    /// One of the two calls is over.
    record Gone(BrokerLeg.Side which) implements BrokerInput {}

    /// The ends have had time enough.
    record TimeUp() implements BrokerInput {}
}

package dev.keyline.pbx.ledger;

/// The life of a channel.
///
/// `channel` is its name, such as `IAX2/east-12`.
public sealed interface ChannelEvent extends ExchangeEvent {
    String channel();

    /// A channel came to be.
    ///
    /// @param incoming whether they called us
    record Began(String channel, boolean incoming, String peer) implements ChannelEvent {}

    /// It moved on.
    ///
    /// @param state Asterisk's word: `Ring`, `Ringing`, `Up`
    record Changed(String channel, String state) implements ChannelEvent {}

    /// A priority of the dialplan is executed.
    record Stepped(
            String channel,
            String context,
            String exten,
            int priority,
            String application,
            String arguments)
            implements ChannelEvent {}

    /// Two channels hear each other.
    record Joined(String channel, String other) implements ChannelEvent {}

    /// It is over.
    ///
    /// @param cause Q.850, 0 if nobody said
    /// @param millis how long it lived
    record Ended(String channel, int cause, String why, long millis) implements ChannelEvent {}
}

package dev.keyline.iax.registration;

import dev.keyline.iax.auth.Answer;
import dev.keyline.iax.message.Message;

/// Something to be carried out when a registration moves.
public sealed interface Act {
    /// Send a numbered message.
    record Say(Message message) implements Act {}

    record Tell(RegistrationEvent event) implements Act {}

    /// Sign, away from the loop, and come back with [Input.Signed].
    record Sign(Answer.SignWith what) implements Act {}

    /// Come back with [Input.TimeUp] after this many nanoseconds, unless the state has changed by
    /// then.
    record Wait(long nanos) implements Act {}

    /// Something that does not fit the state: counted, never answered, never fatal.
    record Remark(String what) implements Act {}
}

package dev.keyline.iax.call;

import dev.keyline.iax.auth.Answer;
import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.wire.Bytes;
import java.util.List;

/// Something to be carried out when a call moves.
public sealed interface Act {
    /// Send a numbered message.
    record Say(Message message) implements Act {}

    /// Tell the user of the call.
    record Tell(CallEvent event) implements Act {}

    /// Sign, away from the loop, and come back with [Input.Signed].
    record Sign(Answer.SignWith what) implements Act {}

    /// From the next frame on everything is encrypted, both ways, with a key made of this challenge
    /// and one of these secrets; several when it is not known yet which of them the caller has,
    /// none when he has nothing that fits.
    ///
    /// @param rotating change our key from time to time
    record Seal(Bytes challenge, List<Secret> secrets, boolean rotating) implements Act {}

    /// From the next frame on we write in clear again: nobody could read what is said now.
    record Unseal() implements Act {}

    /// Come back with [Input.TimeUp] after this many nanoseconds, unless the state has changed by
    /// then.
    record Wait(long nanos) implements Act {}

    /// Something that does not fit the state: counted, never answered, never fatal.
    record Remark(String what) implements Act {}
}

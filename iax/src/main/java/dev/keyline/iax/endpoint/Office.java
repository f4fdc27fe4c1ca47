package dev.keyline.iax.endpoint;

import dev.keyline.iax.auth.Answer;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.wire.Frame;

/// What a conversation may ask of the endpoint around it.
interface Office {
    void send(Conversation from, Frame frame);

    void tell(Conversation about, CallEvent event);

    void sign(Conversation whose, Answer.SignWith what);

    void note(Conversation about, Oddity what, String words);

    /// The peer's number of this call has become known.
    void learned(Conversation conversation);
}

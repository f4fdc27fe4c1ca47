package dev.keyline.iax.endpoint;

import dev.keyline.iax.auth.Answer;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.registration.RegistrationEvent;
import dev.keyline.iax.wire.PeerAddress;
import java.util.OptionalLong;

/// What a dialogue may ask of the endpoint around it.
interface Office {
    /// It is so late; see [Desk#at].
    void at(long now);

    /// Send a datagram, sealed if need be.
    void send(Dialogue from, byte[] datagram);

    /// Send so many octets of an array as a datagram.
    void send(PeerAddress to, byte[] octets, int offset, int length);

    /// A mini frame in the clear.
    ///
    /// @param ours our number of the call
    /// @param stamp media time, of which 16 bits travel
    void sendMini(PeerAddress to, int ours, int stamp, byte[] octets, int offset, int length);

    /// Voice that shares an envelope with that of other calls.
    void sendByTrunk(PeerAddress to, int ours, int stamp, byte[] octets, int offset, int length);

    /// A dialogue wants to be woken earlier than before.
    void touch(Dialogue whose);

    void tell(Conversation about, CallEvent event);

    void tell(Dialogue about, RegistrationEvent event);

    /// A POKE was answered, after so many nanoseconds, or was not.
    void sounded(Dialogue by, OptionalLong roundTrip);

    void sign(Dialogue whose, Answer.SignWith what);

    /// A dialogue may owe its peer an ACK, to be paid when all that came was dealt with.
    void owes(Dialogue who);

    void note(Dialogue about, Oddity what, String words);

    /// Where transfers are entered in the books.
    Detours detours();

    /// The peer's number of this dialogue has become known.
    void learned(Dialogue dialogue);
}

package dev.keyline.iax.auth;

import dev.keyline.iax.wire.Bytes;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The text to be signed or digested. Ours are 32 hexadecimal digits, 128 bits from a strong
/// source; Asterisk's are at most nine decimal digits, about 30 bits. Every peer signs any text.
public record Challenge(Bytes text) {
    /// The longest text we sign for somebody else. A signature covers nothing but these octets, so
    /// what we are willing to sign is kept small and printable.
    public static final int MAX_SIGNED = 128;

    private static final int OCTETS = 16;

    public static Challenge fresh(RandomGenerator chance) {
        var octets = new byte[OCTETS];
        chance.nextBytes(octets); // once: a strong source has a lock, which is passed each time
        return new Challenge(Bytes.utf8(HexFormat.of().formatHex(octets)));
    }

    /// Why we would not sign this text, if so: empty, too long, or not printable ASCII. An answer
    /// is usable elsewhere by whoever made up the challenge, so a login question that is no plain
    /// text is suspect.
    public Optional<String> objection() {
        if (text.isEmpty()) {
            return Optional.of("the challenge is empty");
        }
        if (text.length() > MAX_SIGNED) {
            return Optional.of(
                    "the challenge has "
                            + text.length()
                            + " octets, we sign at most "
                            + MAX_SIGNED);
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.at(i) < 0x20 || text.at(i) > 0x7E) {
                return Optional.of("the challenge is not printable text");
            }
        }
        return Optional.empty();
    }
}

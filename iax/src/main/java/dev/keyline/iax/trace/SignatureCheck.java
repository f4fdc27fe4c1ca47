package dev.keyline.iax.trace;

import dev.keyline.iax.wire.Bytes;
import java.util.Optional;

/// Tells by whose key an RSA answer was made; the trace itself knows no keys.
@FunctionalInterface
public interface SignatureCheck {
    /// For who has no keys: signatures are shown unchecked.
    SignatureCheck NONE = (challenge, base64) -> Optional.empty();

    /// The name of the key that signed, or empty if none of the known ones did.
    ///
    /// @param challenge the octets of the challenge as they stood in the frame
    /// @param base64 the signature as it stood in the frame; perhaps not base64 at all
    Optional<String> whoSigned(Bytes challenge, String base64);
}

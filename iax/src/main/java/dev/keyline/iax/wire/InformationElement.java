package dev.keyline.iax.wire;

/// A number and octets in a full frame of type IAX (RFC 5456 §8.6).
///
/// @param id 0 to 255; see [ElementId] for those with a name
/// @param value at most 255 octets
public record InformationElement(int id, Bytes value) {
    /// Octets before the value: number and length.
    public static final int HEADER = 2;

    public static final int MAX_LENGTH = 255;

    public InformationElement {
        if (id < 0 || id > 0xFF || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "element " + id + " with " + value.length() + " octets");
        }
    }

    /// Whether the value is nobody's business: passwords, answers to challenges, tokens, keys, and
    /// the blocks of settings that carry passwords.
    public boolean isSecret() {
        var name = ElementId.of(id);
        return name != null
                && switch (name) {
                    case PASSWORD, MD5_RESULT, RSA_RESULT, CALLTOKEN, ENCKEY -> true;
                    case PROVISIONING, AESPROVISIONING, OSPTOKEN -> true;
                    default -> false;
                };
    }

    @Override
    public String toString() {
        var name = ElementId.of(id);
        var shown = isSecret() ? "(" + value.length() + " octets)" : value.toString();
        return (name == null ? "element " + id : name) + "=" + shown;
    }
}

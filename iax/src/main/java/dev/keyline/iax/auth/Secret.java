package dev.keyline.iax.auth;

/// A shared secret that does not print itself. Never empty: an empty secret proves nothing, and
/// Asterisk's acceptance of MD5 over an empty secret has opened doors.
public final class Secret {
    private final String text;

    /// @throws IllegalArgumentException when the text is empty
    public Secret(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("an empty secret proves nothing");
        }
        this.text = text;
    }

    /// The clear text. Whoever calls this must not log it.
    public String reveal() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && text.equals(secret.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "<secret>";
    }
}

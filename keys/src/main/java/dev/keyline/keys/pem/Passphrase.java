package dev.keyline.keys.pem;

import static java.nio.charset.CodingErrorAction.REPLACE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.Arrays;

/// A passphrase as octets, for the length of one `try`. OpenSSL uses the octets that a terminal
/// hands it, which today means UTF-8.
public final class Passphrase implements AutoCloseable {
    private static final int MOST_OCTETS_PER_CHAR = 3;

    private final byte[] octets;

    /// @param text stays the caller's, who wipes it
    public Passphrase(char[] text) {
        var room = new byte[text.length * MOST_OCTETS_PER_CHAR];
        var encoded = ByteBuffer.wrap(room);
        var encoder = UTF_8.newEncoder().onMalformedInput(REPLACE).onUnmappableCharacter(REPLACE);
        encoder.encode(CharBuffer.wrap(text), encoded, true);
        octets = Arrays.copyOf(room, encoded.position());
        Arrays.fill(room, (byte) 0);
    }

    /// How many octets it takes.
    public int length() {
        return octets.length;
    }

    byte[] octets() {
        return octets;
    }

    @Override
    public void close() {
        Arrays.fill(octets, (byte) 0);
    }
}

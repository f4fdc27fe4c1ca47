package dev.keyline.iax.message;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.InformationElement;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Texts as peers write them. The RFC asks for UTF-8; old devices send Latin-1, and some include
/// the terminating NUL of their C string.
final class Texts {
    /// Numbers, contexts and names are cut here: Asterisk's own fields hold 80 octets.
    static final int MAX_NAME = 80;

    private Texts() {}

    /// The text of one element, up to its first NUL, and short enough to be written again.
    static String decode(Bytes value) {
        return fit(decodeAll(upToNul(value)));
    }

    static Bytes upToNul(Bytes value) {
        int end = 0;
        while (end < value.length() && value.at(end) != 0) {
            end++;
        }
        return value.slice(0, end);
    }

    static String decodeAll(Bytes value) {
        return isAscii(value) ? value.asText() : decode(ByteBuffer.wrap(value.toArray()));
    }

    /// Nearly all texts are, and need no decoder of their own.
    private static boolean isAscii(Bytes value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.at(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String decode(ByteBuffer octets) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(octets.duplicate()).toString();
        } catch (CharacterCodingException notUtf8) {
            return StandardCharsets.ISO_8859_1.decode(octets).toString();
        }
    }

    /// The longest beginning of a text that fits one element, whole characters only.
    static String fit(String text) {
        return beginning(text, InformationElement.MAX_LENGTH);
    }

    /// The longest beginning of a text with at most `octets` octets of UTF-8, whole characters
    /// only.
    static String beginning(String text, int octets) {
        int used = 0;
        int end = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            used += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (used > octets) {
                return text.substring(0, end);
            }
            end += Character.charCount(point);
        }
        return text;
    }

    static String cut(String text) {
        return beginning(text, MAX_NAME);
    }

    static boolean hasControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /// A text a person will see, without line feeds, escapes and the like.
    static String withoutControls(String text) {
        if (!hasControls(text)) {
            return text;
        }
        var kept = new StringBuilder(text.length());
        text.codePoints().filter(c -> !Character.isISOControl(c)).forEach(kept::appendCodePoint);
        return kept.toString();
    }
}

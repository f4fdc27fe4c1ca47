package dev.keyline.pbx.exchange;

import dev.keyline.iax.message.CallerId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Asterisk's words for Q.931's presentation and screening of a number.
final class Presentation {
    private static final String UNAVAILABLE = "unavailable";
    private static final int UNAVAILABLE_BITS = 0x40;

    private static final Map<Integer, String> WORDS =
            new TreeMap<>(
                    Map.of(
                            0x00, "allowed_not_screened",
                            0x01, "allowed_passed_screen",
                            0x02, "allowed_failed_screen",
                            0x03, "allowed",
                            0x20, "prohib_not_screened",
                            0x21, "prohib_passed_screen",
                            0x22, "prohib_failed_screen",
                            0x23, "prohib",
                            0x43, UNAVAILABLE));

    private Presentation() {}

    /// The word; `unknown` for a value that Q.931 does not have.
    static String word(int value) {
        return (value & UNAVAILABLE_BITS) != 0 ? UNAVAILABLE : WORDS.getOrDefault(value, "unknown");
    }

    /// The value of a word, in any case, or of a number from 0 to 255.
    static Optional<Integer> value(String text) {
        var word = text.strip().toLowerCase(Locale.ROOT);
        if (word.matches("\\d{1,3}")) {
            return octet(word);
        }
        return WORDS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(word))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// Of somebody whose number or name becomes known; who hides stays hidden.
    static int shown(int value) {
        return value == CallerId.NOT_AVAILABLE ? CallerId.ALLOWED : value;
    }

    /// A number from 0 to 255.
    static Optional<Integer> octet(String text) {
        return text.strip().matches("\\d{1,3}")
                ? Optional.of(Integer.parseInt(text.strip())).filter(n -> n <= 0xFF)
                : Optional.empty();
    }
}

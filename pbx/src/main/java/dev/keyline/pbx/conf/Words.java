package dev.keyline.pbx.conf;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Asterisk's words for yes and no.
public final class Words {
    private static final Set<String> TRUE = Set.of("yes", "true", "y", "t", "1", "on");
    private static final Set<String> FALSE = Set.of("no", "false", "n", "f", "0", "off");

    private Words() {}

    /// Empty for a word that is neither. Asterisk mostly takes such a word for no.
    public static Optional<Boolean> truth(String word) {
        var lower = word.strip().toLowerCase(Locale.ROOT);
        return TRUE.contains(lower)
                ? Optional.of(true)
                : FALSE.contains(lower) ? Optional.of(false) : Optional.empty();
    }

    /// The known word that a mistyped one most likely was meant to be; empty when none is near.
    public static Optional<String> nearest(String mistyped, Iterable<String> known) {
        var best = Optional.<String>empty();
        int least = mistyped.length() < 4 ? 2 : 3;
        for (var word : known) {
            int distance = distance(mistyped.toLowerCase(Locale.ROOT), word);
            if (distance < least) {
                least = distance;
                best = Optional.of(word);
            }
        }
        return best;
    }

    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}

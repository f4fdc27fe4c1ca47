package dev.keyline.iax.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Sets of formats: as a mask, as names, as the letters of a preference list.
public final class Formats {
    /// As many letters of a preference list as Asterisk reads.
    private static final int MAX_PREFERENCES = 32;

    private Formats() {}

    /// The formats of a mask in the order of their bits; unassigned bits are left out.
    public static List<MediaFormat> of(long mask) {
        return Arrays.stream(MediaFormat.values()).filter(one -> one.isIn(mask)).toList();
    }

    public static long mask(Collection<MediaFormat> formats) {
        long mask = 0;
        for (var format : formats) {
            mask |= format.bit();
        }
        return mask;
    }

    /// A mask in words, such as `gsm|ulaw`; `nothing` for 0; unassigned bits in hexadecimal.
    public static String names(long mask) {
        var known = of(mask);
        long strange = mask & ~mask(known);
        var names = known.stream().map(MediaFormat::asteriskName).collect(Collectors.joining("|"));
        if (strange == 0) {
            return mask == 0 ? "nothing" : names;
        }
        return names + (names.isEmpty() ? "" : "|") + "0x" + Long.toHexString(strange);
    }

    /// Reads the letters of CODEC_PREFS, best first. An unknown letter is skipped; Asterisk ends
    /// the list there.
    public static List<MediaFormat> preferences(String letters) {
        return preferences(letters, -1);
    }

    /// Those of a mask, likewise.
    static List<MediaFormat> preferences(String letters, long mask) {
        var formats = new ArrayList<MediaFormat>();
        for (int i = 0; i < Math.min(letters.length(), MAX_PREFERENCES); i++) {
            var format = MediaFormat.ofLetter(letters.charAt(i));
            if (format != null && format.isIn(mask) && !formats.contains(format)) {
                formats.add(format);
            }
        }
        return formats;
    }

    /// Writes a preference list as the letters of CODEC_PREFS.
    public static String letters(List<MediaFormat> preferences) {
        return preferences.stream()
                .map(one -> String.valueOf(one.letter()))
                .collect(Collectors.joining());
    }
}

package dev.keyline.pbx.doctor;

import dev.keyline.keys.ring.Refusal;

/// Refusals of the key ring, taken apart: they are sentences of what is wrong and what to do.
final class KeyWords {
    private KeyWords() {}

    /// What is wrong, without the path of the file, which stands before it anyway.
    static String what(Refusal why) {
        return why instanceof Refusal.BadContent(_, var fault)
                ? "this file " + fault.reason()
                : parts(why)[0];
    }

    static String cure(Refusal why) {
        if (why instanceof Refusal.BadContent(_, var fault)) {
            return fault.cure();
        }
        var parts = parts(why);
        return parts.length > 1 ? parts[1] : "put the right file in its place";
    }

    private static String[] parts(Refusal why) {
        var words = why.message();
        int slash = words.indexOf('/');
        int blank = words.indexOf(' ');
        var bare = slash == 0 ? "this file" + words.substring(blank) : words;
        return bare.split(": ", 2);
    }
}

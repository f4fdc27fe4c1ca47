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

    /// What is wrong with the time of a key; what is said about stands in the validity file.
    static String what(String key, Refusal why) {
        return what(why).replaceFirst("^this file (expired|is not valid)", "key '" + key + "' $1");
    }

    /// @param file the path, for commands to be copied
    static String cure(Refusal why, String file) {
        if (why instanceof Refusal.BadContent(_, var fault)) {
            return fault.cure().replaceAll("\\bFILE\\b", file);
        }
        var parts = parts(why);
        return parts.length > 1 ? parts[1] : "mend the file, or take it away";
    }

    private static String[] parts(Refusal why) {
        return words(why).split(": ", 2);
    }

    private static String words(Refusal why) {
        if (why instanceof Refusal.BadValidity(_, _, var problem)) {
            return "this file " + problem;
        }
        var words = why.message();
        return words.startsWith("/") ? "this file" + words.substring(words.indexOf(' ')) : words;
    }
}

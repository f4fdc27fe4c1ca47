package dev.keyline.audio.file;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/// What a name and a language may look like.
final class SoundNames {
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");

    private SoundNames() {}

    /// Why a name is refused, or nothing.
    static String wrong(String name) {
        if (name.isEmpty() || name.endsWith("/")) {
            return "it names no file";
        }
        if (name.startsWith("/")) {
            return "it must not begin at the root of the disk";
        }
        if (name.indexOf('\\') >= 0 || name.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
            return "it holds a character that no sound's name has";
        }
        boolean climbs =
                Arrays.stream(name.split("/", -1))
                        .anyMatch(part -> part.equals("..") || part.equals(".") || part.isEmpty());
        return climbs ? "a part of it is empty, . or .." : "";
    }

    /// The folders to look into, best first. A language that is no plain word has no folder.
    static List<String> folders(String language) {
        var folders = new LinkedHashSet<String>();
        if (LANGUAGE.matcher(language).matches()) {
            folders.add(language);
            int region = language.indexOf('_');
            folders.add(region < 0 ? language : language.substring(0, region));
        }
        folders.add("en");
        folders.add("");
        return List.copyOf(folders);
    }
}

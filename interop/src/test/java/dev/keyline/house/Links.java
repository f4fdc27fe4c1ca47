package dev.keyline.house;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The links of a Markdown page that lead nowhere. Addresses on the net are not followed: a test
/// that needs somebody's server fails for reasons that are not ours.
record Links(Path page) {

    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern ADDRESS = Pattern.compile("[a-z]+:.*");
    private static final Pattern HEADING = Pattern.compile("#{1,6} +(.*)");

    List<String> dead() {
        return LINK.matcher(withoutCode())
                .results()
                .map((MatchResult link) -> link.group(1))
                .filter(target -> !ADDRESS.matcher(target).matches())
                .filter(target -> !leadsSomewhere(target))
                .toList();
    }

    private boolean leadsSomewhere(String target) {
        int hash = target.indexOf('#');
        var path = hash < 0 ? target : target.substring(0, hash);
        var file = path.isEmpty() ? page : page.resolveSibling(path).normalize();
        return Files.exists(file) && (hash < 0 || hasHeading(file, target.substring(hash + 1)));
    }

    private static boolean hasHeading(Path file, String anchor) {
        return Repository.lines(file).stream()
                .map(HEADING::matcher)
                .filter(heading -> heading.matches())
                .anyMatch(heading -> anchor(heading.group(1)).equals(anchor));
    }

    /// How a heading is addressed: small letters, blanks as hyphens, no other signs.
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    private String withoutCode() {
        return Repository.text(page).replaceAll("(?s)```.*?```", "").replaceAll("`[^`\n]*`", "");
    }
}

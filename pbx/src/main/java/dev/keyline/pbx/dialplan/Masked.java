package dev.keyline.pbx.dialplan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes secrets out of what is written down: `Dial(IAX2/user:secret@west)` becomes
/// `Dial(IAX2/user:***@west)`. Names of keys, in brackets, stay.
public final class Masked {
    private static final Pattern LOGIN = Pattern.compile("(?i)(IAX2/[^:/@&,]*)((?::[^:@&,]*)+)@");
    private static final Pattern SECRET = Pattern.compile(":(?!\\s*\\[)[^:]+");

    private Masked() {}

    public static String secrets(String text) {
        if (text.indexOf('@') < 0) {
            return text; // no login, and most steps have none
        }
        return LOGIN.matcher(text)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        found.group(1)
                                                + SECRET.matcher(found.group(2)).replaceAll(":***")
                                                + "@"));
    }
}

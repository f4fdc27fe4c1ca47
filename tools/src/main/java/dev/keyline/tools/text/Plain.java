package dev.keyline.tools.text;

/// Text that somebody else wrote, made harmless: without the characters that steer a terminal or
/// begin a new line of a log.
public final class Plain {
    private Plain() {}

    /// Each control or format character becomes a question mark.
    public static String of(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    }
}

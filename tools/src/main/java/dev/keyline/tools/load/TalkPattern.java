package dev.keyline.tools.load;

/// When somebody on the line speaks.
///
/// @param on nanoseconds of speech
/// @param off nanoseconds of silence after it
public record TalkPattern(long on, long off) {
    public static final TalkPattern ALWAYS = new TalkPattern(1, 0);
    public static final TalkPattern NEVER = new TalkPattern(0, 1);

    /// Whether somebody speaks then.
    ///
    /// @param time nanoseconds since the talk began
    public boolean speaks(long time) {
        return time % (on + off) < on;
    }
}

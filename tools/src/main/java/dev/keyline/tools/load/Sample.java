package dev.keyline.tools.load;

/// Sound to be said.
///
/// @param file its name, empty for a tone
/// @param samples at 8 kHz, none for a tone
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; a minute of sound is not copied
public record Sample(String file, short[] samples) {
    public static final Sample TONE = new Sample("", new short[0]);

    /// Whether frames may bear a [Stamp], which spoils what they sound like.
    boolean isTone() {
        return samples.length == 0;
    }
}

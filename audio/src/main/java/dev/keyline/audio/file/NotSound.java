package dev.keyline.audio.file;

/// A file that cannot be played, and why.
///
/// @param file the name it was asked for by
/// @param reason what is wrong with it, for a person to read, without the name
public record NotSound(String file, String reason) implements SoundFile {
    /// Name and reason, fit for a log.
    public String message() {
        return file + ": " + reason;
    }

    @Override
    public String toString() {
        return message();
    }
}

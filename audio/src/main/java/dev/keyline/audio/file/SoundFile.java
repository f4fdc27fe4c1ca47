package dev.keyline.audio.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// What a file turned out to hold: a [Sound], or a reason why it is [NotSound].
public sealed interface SoundFile permits Sound, NotSound {
    /// More than an hour of 16 kHz linear: no prompt is longer, and a file given by mistake (a disk
    /// image, a log) must not fill the memory.
    int LARGEST = 128 << 20;

    /// Reads the octets of a file; its format is told by the end of its name, as Asterisk does it.
    static SoundFile read(String file, byte[] octets) {
        return SoundFormat.ofFile(file)
                .<SoundFile>map(format -> format.read(file, octets))
                .orElseGet(
                        () ->
                                new NotSound(
                                        file,
                                        "its ending names no sound format; known are "
                                                + SoundFormat.endings()));
    }

    /// Reads a file from the disk.
    static SoundFile read(Path path) {
        String file = path.toString();
        try {
            long size = Files.size(path);
            return size > LARGEST
                    ? new NotSound(
                            file, size + " octets are too many; at most " + LARGEST + " are read")
                    : read(file, Files.readAllBytes(path));
        } catch (NoSuchFileException missing) {
            return new NotSound(file, "there is no such file");
        } catch (IOException unreadable) {
            return new NotSound(file, "it cannot be read: " + unreadable);
        }
    }
}

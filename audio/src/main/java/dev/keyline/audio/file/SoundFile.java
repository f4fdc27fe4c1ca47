package dev.keyline.audio.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a file turned out to hold: a [Sound], or a reason why it is [NotSound].
public sealed interface SoundFile permits Sound, NotSound {
    /// The most samples that are read, 70 minutes of 8 kHz: no prompt is longer, and a file given
    /// by mistake (a disk image, a log) must not fill the memory.
    int LONGEST = 32 << 20;

    /// Reads the octets of a file; its format is told by the end of its name, as Asterisk does it.
    static SoundFile read(String file, byte[] octets) {
        return SoundFormat.ofFile(file)
                .map(format -> format.read(file, octets))
                .orElseGet(() -> unknown(file));
    }

    /// Reads a file from the disk.
    static SoundFile read(Path path) {
        String file = path.toString();
        return SoundFormat.ofFile(file)
                .map(format -> read(path, format))
                .orElseGet(() -> unknown(file));
    }

    private static SoundFile read(Path path, SoundFormat format) {
        String file = path.toString();
        if (!Files.isRegularFile(path)) {
            boolean there = Files.exists(path);
            return new NotSound(file, there ? "it is no regular file" : "there is no such file");
        }
        try {
            long samples = format.samplesIn(Files.size(path));
            return samples > LONGEST
                    ? new NotSound(
                            file, samples + " samples are too many; " + LONGEST + " are read")
                    : format.read(file, Files.readAllBytes(path));
        } catch (IOException unreadable) {
            return new NotSound(file, "it cannot be read: " + unreadable);
        }
    }

    private static NotSound unknown(String file) {
        String known = SoundFormat.endings();
        return new NotSound(file, "its ending names no sound format; known are " + known);
    }
}

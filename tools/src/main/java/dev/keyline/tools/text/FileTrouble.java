package dev.keyline.tools.text;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// What the system says about files, in words: its own messages are often the bare name.
public final class FileTrouble {
    private FileTrouble() {}

    /// The file, then what is the matter with it.
    public static String words(IOException trouble) {
        return switch (trouble) {
            case NoSuchFileException it -> it.getFile() + ": there is no such file";
            case AccessDeniedException it -> it.getFile() + ": this user may not open it";
            case FileAlreadyExistsException it -> it.getFile() + ": it is there already";
            case FileSystemException it -> it.getFile() + ": " + it.getReason();
            default -> String.valueOf(trouble.getMessage());
        };
    }
}

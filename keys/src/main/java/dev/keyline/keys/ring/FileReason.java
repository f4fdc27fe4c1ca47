package dev.keyline.keys.ring;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// Java's file exceptions often say nothing but the path; this is the missing half.
public final class FileReason {
    private FileReason() {}

    public static String of(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "no such file or directory";
            case AccessDeniedException _ -> "permission denied";
            case NotDirectoryException _ -> "not a directory";
            case FileSystemException trouble when trouble.getReason() != null ->
                    trouble.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}

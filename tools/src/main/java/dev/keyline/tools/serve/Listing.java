package dev.keyline.tools.serve;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The files of a key directory as seen from outside: enough to notice that one of them changed,
/// without reading any.
///
/// @param files by name: their size, times and mode, as far as the file system has them
record Listing(Map<String, Map<String, Object>> files) {
    private static final Set<String> SUFFIXES = Set.of(".pub", ".key", ".validity");
    private static final String UNIX = "unix:size,lastModifiedTime,ctime,mode,ino";
    private static final String PLAIN = "size,lastModifiedTime,fileKey";

    Listing {
        files = Map.copyOf(files);
    }

    /// A directory that cannot be read looks like an empty one.
    static Listing of(Path directory) {
        var files = new HashMap<String, Map<String, Object>>();
        try (var paths = Files.newDirectoryStream(directory, Listing::counts)) {
            paths.forEach(path -> files.put(path.toString(), look(path)));
        } catch (IOException | DirectoryIteratorException _) {
            return new Listing(Map.of()); // the reload that follows says why
        }
        return new Listing(files);
    }

    private static boolean counts(Path path) {
        return SUFFIXES.stream().anyMatch(path.toString()::endsWith);
    }

    private static Map<String, Object> look(Path path) {
        boolean isUnix = path.getFileSystem().supportedFileAttributeViews().contains("unix");
        try {
            return Files.readAttributes(path, isUnix ? UNIX : PLAIN);
        } catch (IOException _) {
            return Map.of(); // gone again, or a link that leads nowhere
        }
    }
}

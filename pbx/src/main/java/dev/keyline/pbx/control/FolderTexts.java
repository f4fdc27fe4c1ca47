package dev.keyline.pbx.control;

import dev.keyline.pbx.conf.Glob;
import dev.keyline.pbx.conf.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Configuration files of a directory. Names count from there, as in Asterisk, not from the file
/// that includes them; a pattern may stand in the last part of a name.
public final class FolderTexts implements Texts {
    private final Path directory;

    public FolderTexts(Path directory) {
        this.directory = directory;
    }

    @Override
    public List<Text> named(String nameOrPattern) {
        var path = directory.resolve(nameOrPattern);
        var last = path.getFileName();
        return last != null && Glob.isPattern(last.toString())
                ? matching(path.resolveSibling(""), last.toString())
                : read(path);
    }

    private List<Text> matching(Path folder, String pattern) {
        var found = new ArrayList<Text>();
        try (var files = Files.list(folder)) {
            files.filter(file -> Glob.matches(pattern, file.getFileName().toString()))
                    .sorted()
                    .forEach(file -> found.addAll(read(file)));
        } catch (IOException _) {
            return List.of(); // no such folder: nothing matches
        }
        return found;
    }

    private List<Text> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            var content = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return List.of(new Text(shown(file), content));
        } catch (IOException _) {
            return List.of(); // unreadable counts as missing, and is reported as such with its name
        }
    }

    private String shown(Path file) {
        return file.startsWith(directory) ? directory.relativize(file).toString() : file.toString();
    }
}

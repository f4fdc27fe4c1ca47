package dev.keyline.pbx.store;

import dev.keyline.audio.file.NotSound;
import dev.keyline.audio.file.SoundFile;
import dev.keyline.audio.file.SoundFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// Music in folders, played in the order of the names. The same piece may lie there in several
/// formats, as Asterisk's packages have it; it is played once.
public final class FolderMusic implements Music {
    private final Path data;

    /// @param data what folders without a leading `/` count from
    public FolderMusic(Path data) {
        this.data = data;
    }

    @Override
    public SoundFile piece(String folder, int number) {
        var place = data.resolve(folder);
        try {
            var pieces = pieces(place);
            return pieces.isEmpty()
                    ? new NotSound(place.toString(), "there is no sound file in it")
                    : SoundFile.read(pieces.get(number % pieces.size()));
        } catch (IOException e) {
            return new NotSound(place.toString(), "the folder cannot be read: " + e.getMessage());
        }
    }

    private static List<Path> pieces(Path folder) throws IOException {
        var byTitle = new TreeMap<String, Path>();
        try (var files = Files.list(folder)) {
            files.filter(FolderMusic::isSound)
                    .sorted(Comparator.comparingInt(FolderMusic::cost).thenComparing(p -> p))
                    .forEach(file -> byTitle.putIfAbsent(title(file), file));
        }
        return List.copyOf(byTitle.values());
    }

    private static boolean isSound(Path file) {
        return SoundFormat.ofEnding(ending(file)).isPresent();
    }

    /// The better formats come first.
    private static int cost(Path file) {
        return SoundFormat.ofEnding(ending(file)).map(Enum::ordinal).orElse(Integer.MAX_VALUE);
    }

    private static String title(Path file) {
        var name = file.toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static String ending(Path file) {
        var name = file.toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}

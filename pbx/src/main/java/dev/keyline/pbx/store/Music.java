package dev.keyline.pbx.store;

import dev.keyline.audio.file.NotSound;
import dev.keyline.audio.file.Sound;
import dev.keyline.audio.file.SoundFile;
import java.util.List;
import java.util.Map;

/// Where music on hold comes from. May wait for a disk: never called in the loop, and from several
/// threads at once.
public interface Music {
    /// A piece of a folder; after the last comes the first again.
    ///
    /// @param folder as in `directory=` of `musiconhold.conf`
    /// @param number from 0
    SoundFile piece(String folder, int number);

    /// Music held in memory.
    static Music of(Map<String, List<Sound>> folders) {
        return (folder, number) -> {
            var pieces = folders.getOrDefault(folder, List.of());
            return pieces.isEmpty()
                    ? new NotSound(folder, "there is no music")
                    : pieces.get(number % pieces.size());
        };
    }
}

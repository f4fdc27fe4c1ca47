package dev.keyline.pbx.store;

import dev.keyline.audio.file.Sound;
import dev.keyline.audio.file.SoundFormat;
import java.util.Map;

/// Where recordings go. May wait for a disk: never called in the loop.
public interface Recordings {
    /// Keeps a recording.
    ///
    /// @param name as in `Record(name.wav)`, without ending; `%d` stands for the next free number
    Kept keep(String name, SoundFormat format, Sound sound);

    /// What became of it.
    sealed interface Kept {}

    /// It is kept under this name, without ending.
    record Under(String name) implements Kept {}

    /// It is not kept, and why.
    record Failed(String why) implements Kept {}

    /// Recordings held in memory.
    ///
    /// @param into name with ending, and sound
    static Recordings of(Map<String, Sound> into) {
        return (name, format, sound) -> {
            int number = 0;
            while (name.contains("%d")
                    && into.containsKey(numbered(name, number) + "." + format.ending())) {
                number++;
            }
            into.put(numbered(name, number) + "." + format.ending(), sound);
            return new Under(numbered(name, number));
        };
    }

    /// The name with its `%d` filled in.
    static String numbered(String name, int number) {
        return name.replace("%d", String.valueOf(number));
    }
}

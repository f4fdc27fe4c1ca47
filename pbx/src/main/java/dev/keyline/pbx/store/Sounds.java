package dev.keyline.pbx.store;

import dev.keyline.audio.codec.Codec;
import dev.keyline.audio.file.NotSound;
import dev.keyline.audio.file.Sound;
import dev.keyline.audio.file.SoundFile;
import java.util.Map;
import java.util.Optional;

/// Where prompts come from. May wait for a disk: never called in the loop, and from several threads
/// at once.
public interface Sounds {
    /// No sounds at all.
    Sounds NONE = of(Map.of());

    /// Finds a sound.
    ///
    /// @param name as in `Playback(name)`, without ending
    /// @param language a tag, possibly empty
    /// @param codec what the listener hears in: the cheapest file for it is chosen
    SoundFile find(String name, String language, Codec codec);

    /// Sounds held in memory, in one language.
    static Sounds of(Map<String, Sound> sounds) {
        return (name, _, _) ->
                Optional.<SoundFile>ofNullable(sounds.get(name))
                        .orElseGet(() -> new NotSound(name, "there is no such sound"));
    }
}

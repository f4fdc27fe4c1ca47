package dev.keyline.audio.file;

import dev.keyline.audio.codec.Codec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Which file to play for a name such as `digits/5`. As Asterisk, the folder of the language is
/// looked into first (`de_AT`, then `de`), then English, then the sounds folder itself; in a
/// folder, the format that costs least for the caller's codec wins.
///
/// Unlike Asterisk, a name that leads out of the sounds folder, by `..` or as an absolute path, is
/// refused: names are often built from what a caller dialled.
public sealed interface SoundChoice {
    /// This one. The path is below the sounds folder, with `/` between its parts.
    record Chosen(String path, SoundFormat format) implements SoundChoice {}

    /// There is no such sound; these folders were looked into ("" is the sounds folder itself).
    record Missing(String name, List<String> folders) implements SoundChoice {}

    /// The name is none that may be looked for.
    record Refused(String name, String reason) implements SoundChoice {}

    /// Chooses.
    ///
    /// @param name folders and base name, without an ending
    /// @param language as in `CHANNEL(language)`: `en`, `en_US`; empty for none
    /// @param codec what the caller hears in
    /// @param exists whether there is a file at a path below the sounds folder
    static SoundChoice of(String name, String language, Codec codec, Predicate<String> exists) {
        String wrong = SoundNames.wrong(name);
        if (!wrong.isEmpty()) {
            return new Refused(name, wrong);
        }
        List<String> folders = SoundNames.folders(language);
        return folders.stream()
                .map(folder -> folder.isEmpty() ? name : folder + "/" + name)
                .flatMap(base -> files(base, codec))
                .filter(chosen -> exists.test(chosen.path()))
                .findFirst()
                .<SoundChoice>map(chosen -> chosen)
                .orElseGet(() -> new Missing(name, folders));
    }

    /// The files of one folder, best first. `.WAV` comes last whatever the codec: Asterisk writes
    /// wav49 there, which is not read, often beside a `.gsm` or a `.wav`.
    private static Stream<Chosen> files(String base, Codec codec) {
        Stream<Chosen> known =
                order(codec).stream()
                        .flatMap(
                                format ->
                                        format.allEndings().stream()
                                                .filter(ending -> !ending.equals("WAV"))
                                                .map(it -> new Chosen(base + "." + it, format)));
        return Stream.concat(known, Stream.of(new Chosen(base + ".WAV", SoundFormat.WAV)));
    }

    /// Formats from the cheapest to the dearest for a codec: its own octets, then plain samples,
    /// then what must be decoded, and what loses most last.
    static List<SoundFormat> order(Codec codec) {
        Set<SoundFormat> order = new LinkedHashSet<>();
        switch (codec) {
            case ULAW -> order.add(SoundFormat.ULAW);
            case ALAW -> order.add(SoundFormat.ALAW);
            case GSM -> order.add(SoundFormat.GSM);
            case SLIN -> order.add(SoundFormat.SLN);
        }
        order.addAll(
                List.of(
                        SoundFormat.SLN,
                        SoundFormat.WAV,
                        SoundFormat.SLN16,
                        SoundFormat.ULAW,
                        SoundFormat.ALAW,
                        SoundFormat.GSM));
        return List.copyOf(order);
    }
}

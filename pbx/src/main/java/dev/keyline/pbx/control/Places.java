package dev.keyline.pbx.control;

import dev.keyline.pbx.conf.AsteriskConf;
import dev.keyline.pbx.conf.Conf;
import dev.keyline.pbx.conf.ConfReader;
import java.nio.file.Path;

/// Where the files of an exchange are.
///
/// @param etc `iax.conf`, `extensions.conf`, `musiconhold.conf`
/// @param keys `*.pub` and `*.key`
/// @param sounds prompts; recordings without a path go there too, so that `Playback` finds them
/// @param data what is kept between two runs: registrations (`astdbdir`)
/// @param voicemail mailboxes, as Asterisk's voicemail keeps them
public record Places(Path etc, Path keys, Path sounds, Path data, Path voicemail) {
    private static final String REGISTER = "keyline.registrations";

    /// As `asterisk.conf` in this directory says; what it does not say has Asterisk's built-in
    /// value, but `iax.conf` and `extensions.conf` are always read from this directory.
    public static Places of(Path etc) {
        var conf = ConfReader.read("asterisk.conf", new FolderTexts(etc));
        var directories =
                conf instanceof Conf.Usable usable
                        ? AsteriskConf.of(usable)
                        : AsteriskConf.BUILT_IN;
        return new Places(
                etc,
                Path.of(directories.keys()),
                Path.of(directories.sounds()),
                Path.of(directories.data()),
                Path.of(directories.voicemail()));
    }

    /// The file that registrations outlive the exchange in.
    Path register() {
        return data.resolve(REGISTER);
    }

    /// What the folders of `musiconhold.conf` count from: where the sounds directory lies.
    Path music() {
        return sounds.resolveSibling("");
    }

    /// All in one folder: `keys`, `sounds` and `voicemail` below it.
    public static Places within(Path folder) {
        return new Places(
                folder,
                folder.resolve("keys"),
                folder.resolve("sounds"),
                folder,
                folder.resolve("voicemail"));
    }
}

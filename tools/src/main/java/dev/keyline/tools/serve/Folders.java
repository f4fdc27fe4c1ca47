package dev.keyline.tools.serve;

import dev.keyline.pbx.conf.AsteriskConf;
import dev.keyline.pbx.conf.Conf;
import dev.keyline.pbx.conf.ConfReader;
import dev.keyline.pbx.control.FolderTexts;
import dev.keyline.pbx.control.Places;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a file of the kind of `asterisk.conf` says about where things are.
///
/// @param log where files of the log are: `astlogdir`, or as with `run`
/// @param asksPasscodes whether `initcrypto` wants the passphrases of locked keys asked for
/// @param run where a console finds the exchange: `astrundir`, or where nothing is said the
///   directory of the file
public record Folders(Places places, Path run, Path log, boolean asksPasscodes) {
    /// The directories. As with Asterisk's `-C`, the file decides about everything; but where it
    /// does not name `astetcdir`, the directory it lies in is meant and not `/etc/asterisk`, or a
    /// configuration tried out would quietly be the system's.
    ///
    /// @throws Unservable when there is no such file, or it cannot be understood
    public static Folders of(Path main) throws Unservable {
        var folder = main.toAbsolutePath().resolveSibling("");
        if (!Files.isReadable(main)) {
            throw new Unservable(List.of(main + ": there is no such file, or it may not be read"));
        }
        var name = folder.relativize(main.toAbsolutePath()).toString();
        return switch (ConfReader.read(name, new FolderTexts(folder))) {
            case Conf.Usable conf -> of(conf, folder);
            case Conf.Unusable unusable -> throw Unservable.of(unusable.problems());
        };
    }

    private static Folders of(Conf.Usable conf, Path folder) {
        var said = AsteriskConf.of(conf);
        var places =
                new Places(
                        says(conf, "astetcdir") ? Path.of(said.etc()) : folder,
                        Path.of(said.keys()),
                        Path.of(said.sounds()),
                        Path.of(said.data()),
                        Path.of(said.voicemail()));
        return new Folders(
                places,
                says(conf, "astrundir") ? Path.of(said.run()) : folder,
                says(conf, "astlogdir") ? Path.of(said.log()) : folder,
                said.initCrypto());
    }

    private static boolean says(Conf.Usable conf, String option) {
        return conf.section("directories").flatMap(it -> it.last(option)).isPresent();
    }
}

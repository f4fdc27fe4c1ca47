package dev.keyline.tools.command;

import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.trace.Secrets;
import dev.keyline.pbx.conf.Conf;
import dev.keyline.pbx.conf.ConfReader;
import dev.keyline.pbx.conf.Section;
import dev.keyline.pbx.conf.Setting;
import dev.keyline.pbx.control.FolderTexts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The secrets in an `iax.conf`, for who looks at captures: those of sections and those of
/// `register` lines. None of them is ever shown, only where it stands.
final class KnownSecrets {
    private KnownSecrets() {}

    /// Reads them.
    ///
    /// @param file an `iax.conf`, or any file with sections and `secret=` in them
    /// @return empty when the file cannot be read
    static Optional<Secrets> of(Path file) {
        var folder = file.toAbsolutePath().resolveSibling("");
        var name = String.valueOf(file.getFileName());
        if (!(ConfReader.read(name, new FolderTexts(folder)) instanceof Conf.Usable conf)) {
            return Optional.empty();
        }
        var all = new ArrayList<Secrets.Named>();
        conf.sections().forEach(section -> section.settings().forEach(s -> add(section, s, all)));
        return Optional.of(new Secrets(all));
    }

    private static void add(Section section, Setting setting, List<Secrets.Named> all) {
        if (setting.is("secret")) {
            Stream.of(setting.value().split("[;:]", -1))
                    .forEach(s -> add(section, setting, s, all));
        } else if (setting.is("register")) {
            var who = setting.value().split("@", 2)[0].split(":", 3);
            if (who.length > 1 && !who[1].startsWith("[")) {
                add(section, setting, who[1], all);
            }
        }
    }

    private static void add(
            Section section, Setting setting, String text, List<Secrets.Named> all) {
        if (!text.isBlank()) {
            var where = section.name() + " (" + setting.place() + ")";
            all.add(new Secrets.Named(where, new Secret(text.strip())));
        }
    }
}

package dev.keyline.pbx.control;

import dev.keyline.pbx.conf.Conf;
import dev.keyline.pbx.conf.ConfReader;
import dev.keyline.pbx.conf.Place;
import dev.keyline.pbx.conf.Problem;
import dev.keyline.pbx.conf.Setting;
import dev.keyline.pbx.conf.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;

/// Secrets in files that everybody on the machine may read. A private key in such a file is not
/// loaded; a secret is, with a warning, because Asterisk's files have been like that for long.
final class OpenSecrets {
    private OpenSecrets() {}

    /// A warning for each such file.
    static List<Problem> in(Path folder, Texts texts) {
        if (!(ConfReader.read("iax.conf", texts) instanceof Conf.Usable conf)) {
            return List.of();
        }
        return conf.sections().stream()
                .flatMap(section -> section.settings().stream())
                .filter(OpenSecrets::isSecret)
                .map(setting -> setting.place().file())
                .distinct()
                .filter(file -> isOpen(folder.resolve(file)))
                .map(OpenSecrets::warning)
                .toList();
    }

    private static boolean isSecret(Setting setting) {
        return setting.is("secret") || setting.is("register");
    }

    private static boolean isOpen(Path file) {
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    private static Problem warning(String file) {
        return Problem.warning(
                new Place(file, 1),
                "everybody on this machine may read the secrets in this file; chmod 640 "
                        + file
                        + ", owned by who runs the exchange");
    }
}

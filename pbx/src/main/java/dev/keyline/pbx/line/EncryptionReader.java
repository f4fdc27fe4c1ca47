package dev.keyline.pbx.line;

import dev.keyline.iax.call.Encryption;
import dev.keyline.pbx.conf.Problem;
import dev.keyline.pbx.conf.Setting;
import dev.keyline.pbx.conf.Words;
import java.util.Locale;
import java.util.Optional;

/// Reads `encryption=` and `forceencryption=`.
///
/// What a section writes counts more than `[general]`, in both directions; in Asterisk a section
/// cannot switch off what `[general]` switches on. A word that is none makes the section unusable:
/// Asterisk takes it for `no`, and the call goes in clear.
final class EncryptionReader {
    private static final String WORDS = "yes, no or aes128, and perhaps keyrotate";

    private EncryptionReader() {}

    /// What was read.
    ///
    /// @param trouble why it cannot be used, with file and line
    record Read(Encryption encryption, Optional<String> trouble) {}

    /// @param general what holds if the section says nothing
    static Read read(SectionReader values, Encryption general) {
        boolean forced = values.truth("forceencryption").orElse(general.forced());
        var setting = values.section().last("encryption");
        if (setting.isEmpty()) {
            return new Read(
                    new Encryption(general.allowed(), forced, general.rotating()),
                    Optional.empty());
        }
        boolean rotating = false;
        boolean allowed = false;
        for (var word : setting.get().value().toLowerCase(Locale.ROOT).split("[,\\s]+", -1)) {
            var truth = Words.truth(word);
            if (word.equals("keyrotate")) {
                rotating = true;
            } else if (word.equals("aes128") || truth.isPresent()) {
                allowed = truth.orElse(true);
            } else {
                return nonsense(setting.get(), values);
            }
        }
        return new Read(new Encryption(allowed, forced, rotating), Optional.empty());
    }

    private static Read nonsense(Setting setting, SectionReader values) {
        var why = "encryption=" + setting.value() + " is none of " + WORDS;
        values.problems().add(Problem.error(setting.place(), why));
        return new Read(Encryption.FORCED, Optional.of(why + " (" + setting.place() + ")"));
    }
}

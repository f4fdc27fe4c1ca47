package dev.keyline.pbx.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `docs/doctor.md` is written from the ailments and from what is really said of the planted
/// faults: `-Dkeyline.write=true` writes it again.
class DocumentTest {
    private static final String BEGIN =
            """
            # What `keyline doctor` finds

            `keyline doctor` reads a configuration, ours or an Asterisk's, and says what will fail and why,
            before a call does. It changes nothing and shows no secret. Without `--live` it asks name
            servers and nobody else.

            ```
            keyline doctor                                 ~/.keyline, else /etc/asterisk
            keyline doctor -C /etc/asterisk/asterisk.conf
            keyline doctor --peer hq --live                asks the peer as well, and tries our login there
            keyline doctor --json                          one object for each finding
            ```

            Exit codes, for scripts:

            | code | meaning |
            |---|---|
            | 0 | nothing is wrong; there may be notes |
            | 1 | something will fail, or a door stands open, or the files cannot be read |
            | 2 | bad arguments |
            | 3 | nothing worse than a weak setting |

            `--live` opens a port of its own and sends each peer with a known address, and each registrar, a
            POKE. Then it places one call there, as the peer section says, to the extension
            `keyline-doctor`, and ends it as soon as the answer to our login is known: an exchange checks
            who calls before it looks for the extension, so "no such extension" means that the key or secret
            was taken. Nobody registers, and where that extension does not exist nobody's telephone rings. A
            login that is refused stands in the peer's log, and counts there like any other. All peers are
            asked at the same time; none is waited for longer than five seconds.

            Where Asterisk opens a door that stays shut in Keyline, the finding is called a door all the
            same: the files may be an Asterisk's.

            Each finding has a name that does not change. Below is what it means, and what is said in one
            example. This page is written from the code, and a test compares the two.
            """;

    @Test
    void thePageListsEveryFinding(@TempDir Path folder) throws Exception {
        var page = new StringBuilder(BEGIN);
        for (var group : Ailment.Group.values()) {
            page.append("\n## ").append(group.title()).append('\n');
            for (var ailment : ailments(group)) {
                page.append("\n**").append(ailment.id()).append("** (");
                page.append(ailment.severity().words()).append("): ");
                page.append(ailment.meaning()).append("\n\n");
                page.append("> ").append(example(ailment, folder)).append('\n');
            }
        }
        var file = Path.of("../docs/doctor.md");
        if (Boolean.getBoolean("keyline.write")) {
            Files.writeString(file, page);
        }
        assertThat(file).hasContent(page.toString());
    }

    private static List<Ailment> ailments(Ailment.Group group) {
        return Arrays.stream(Ailment.values()).filter(it -> it.group() == group).toList();
    }

    private static String example(Ailment ailment, Path folder) throws Exception {
        var finding =
                ailment.group() == Ailment.Group.LIVE
                        ? live(ailment)
                        : planted(ailment, Files.createDirectory(folder.resolve(ailment.id())));
        return finding.line()
                .replace(folder.resolve(ailment.id()) + "/keys", "/var/lib/asterisk/keys")
                .replace("<", "\\<");
    }

    private static Finding planted(Ailment ailment, Path folder) {
        var planted =
                Planted.all().stream()
                        .filter(it -> it.ailment() == ailment)
                        .findFirst()
                        .orElseThrow();
        return planted.sample().examined(folder).findings().getFirst();
    }

    private static Finding live(Ailment ailment) {
        return VisitTest.examples().stream()
                .filter(finding -> finding.ailment() == ailment)
                .findFirst()
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        VisitTest.examples().stream()
                                                .map(Finding::ailment)
                                                .collect(Collectors.toSet())));
    }
}

package dev.keyline.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The rehearsals are played when the program is built, where a failure would only be a slow start.
@Timeout(30)
final class RehearsalTest {
    private static List<Path> stages() throws IOException {
        var stages = new ArrayList<Path>();
        var folder = Path.of(System.getProperty("java.io.tmpdir"));
        try (var found = Files.newDirectoryStream(folder, "keyline-rehearsal*")) {
            found.forEach(stages::add);
        }
        return stages;
    }

    @Test
    void callersHearThemselvesAndNothingStays() throws Exception {
        var before = stages();
        assertThat(ServingRehearsal.perform("2", "300ms")).isZero();
        assertThat(stages()).isEqualTo(before);
    }

    @Test
    void keyIsMadeAndNothingStays() throws IOException {
        var before = stages();
        Rehearsal.main(new String[0]);
        assertThat(stages()).isEqualTo(before);
    }
}

package dev.keyline.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.keyline.house.Sources.Spot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {

    private static final String UNTIDY =
            """
            class Untidy {
                // System.out in a comment and "System.err" in a string do not count
                String text = "System.err.println()";

                void swallow() {
                    try {
                        System.out.println(1);
                    } catch (RuntimeException swallowed) {
                    }
                }

                int handle() {
                    try {
                        return 1;
                    } catch (RuntimeException handled) {
                        return 2;
                    }
                }
            }
            """;

    @TempDir Path folder;

    @Test
    void findsWhatIsThereAndNothingElse() throws IOException {
        var file = Files.writeString(folder.resolve("Untidy.java"), UNTIDY);
        var sources = Sources.parse(List.of(file));
        assertThat(sources.prints()).containsExactly(new Spot(file, 7, "System.out", 1));
        assertThat(sources.emptyCatches()).extracting(Spot::line).containsExactly(8L);
        assertThat(sources.methods())
                .extracting(Spot::name, Spot::lines)
                .contains(tuple("swallow", 6L), tuple("handle", 7L));
    }
}

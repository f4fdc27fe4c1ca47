package dev.keyline.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {

    @TempDir Path folder;

    @Test
    void rowsAreFoundUnderTheirHeading() throws IOException {
        var page = page("# A\n|x|\n|-|\n|no|\n# B\ntext\n\n| a | b |\n|---|---|\n| 1 | \\|2 |\n");
        assertThat(Table.under("# B", page).rows()).containsExactly(Map.of("a", "1", "b", "\\|2"));
    }

    @Test
    void rowsOfSeveralTablesAreJoined() throws IOException {
        var page = page("|id|\n|-|\n|1|\n\n|other|\n|-|\n|2|\n\n|id|\n|-|\n|3|\n\n");
        assertThat(Table.all("id", page).rows())
                .containsExactly(Map.of("id", "1"), Map.of("id", "3"));
    }

    @Test
    void aRowWithTooFewCellsIsSaid() throws IOException {
        var page = page("# A\n|a|b|\n|-|-|\n|1|\n");
        assertThatThrownBy(() -> Table.under("# A", page)).hasMessageContaining("not 2 cells: |1|");
    }

    private Path page(String text) throws IOException {
        return Files.writeString(folder.resolve("page.md"), text);
    }
}

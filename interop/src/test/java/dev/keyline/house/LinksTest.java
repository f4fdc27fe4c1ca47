package dev.keyline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinksTest {

    @TempDir Path folder;

    @Test
    void filesAndHeadingsMustExist() throws IOException {
        Files.writeString(folder.resolve("other.md"), "# The `first` thing\n");
        assertThat(dead("[a](other.md) [b](other.md#the-first-thing) [c](https://example.org/x)"))
                .isEmpty();
        assertThat(dead("[a](gone.md) [b](other.md#the-second-thing) [c](#nowhere)"))
                .containsExactly("gone.md", "other.md#the-second-thing", "#nowhere");
    }

    @Test
    void codeIsNotALink() throws IOException {
        assertThat(dead("`[a](gone.md)`\n```\n[b](gone.md)\n```\n")).isEmpty();
    }

    private List<String> dead(String page) throws IOException {
        return new Links(Files.writeString(folder.resolve("page.md"), page)).dead();
    }
}

package dev.keyline.pbx.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.pbx.store.Mailboxes.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderMailboxesTest {
    @TempDir Path folder = Path.of("");

    private Mailboxes boxes() {
        return new FolderMailboxes(folder.resolve("voicemail"));
    }

    private void write(String name) throws IOException {
        var file = folder.resolve("voicemail").resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, "");
    }

    @BeforeEach
    void aMailbox() throws IOException {
        write("default/600/INBOX/msg0000.txt");
        write("default/600/INBOX/msg0000.wav");
        write("default/600/INBOX/msg0001.txt");
        write("default/600/INBOX/.lock");
        write("default/600/Urgent/msg0000.txt");
        write("default/600/Old/msg0000.txt");
        write("default/600/Work/msg0000.txt");
        write("sales/600/INBOX/msg0000.txt");
    }

    @Test
    void urgentMessagesAreNewOnesAndOtherFoldersDoNotCount() {
        assertThat(boxes().waiting("600@default")).isEqualTo(new Waiting(3, 1));
    }

    @Test
    void aContextMayBeLeftOut() {
        assertThat(boxes().waiting("600")).isEqualTo(new Waiting(3, 1));
        assertThat(boxes().waiting("600@sales")).isEqualTo(new Waiting(1, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"601@default", "600@nowhere", "", "@default"})
    void whereThereIsNoMailboxNothingWaits(String box) {
        assertThat(boxes().waiting(box)).isEqualTo(Waiting.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..@x", "600@..", "600/../600@default", "default/600@.", "\0@default"})
    void namesThatLeadElsewhereAreNoMailboxes(String box) throws IOException {
        write("../INBOX/msg0000.txt");
        assertThat(boxes().waiting(box)).isEqualTo(Waiting.NOTHING);
    }
}

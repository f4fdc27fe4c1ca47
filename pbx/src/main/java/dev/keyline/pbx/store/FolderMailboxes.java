package dev.keyline.pbx.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Mailboxes as Asterisk's voicemail keeps them: `CONTEXT/BOX/INBOX/msg0000.txt` and so on, a text
/// beside each recording. Names that lead out of the folder are no mailboxes.
public final class FolderMailboxes implements Mailboxes {
    private static final Pattern NAME = Pattern.compile("[^/\\\\\\x00]+");
    private static final Pattern MESSAGE = Pattern.compile("(?i)msg.{4}\\.txt");

    private final Path folder;

    /// @param folder `voicemail` in `astspooldir`
    public FolderMailboxes(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public Waiting waiting(String box) {
        int at = box.indexOf('@');
        var name = at < 0 ? box : box.substring(0, at);
        var context = at < 0 || at == box.length() - 1 ? "default" : box.substring(at + 1);
        if (!isName(name) || !isName(context)) {
            return Waiting.NOTHING;
        }
        var there = folder.resolve(context).resolve(name);
        return new Waiting(
                messages(there.resolve("INBOX")) + messages(there.resolve("Urgent")),
                messages(there.resolve("Old")));
    }

    private static boolean isName(String text) {
        return NAME.matcher(text).matches() && !text.equals(".") && !text.equals("..");
    }

    /// A folder that is not there, or cannot be read, has none, as with Asterisk.
    private static int messages(Path folder) {
        try (var files = Files.list(folder)) {
            return (int)
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> MESSAGE.matcher(name).matches())
                            .count();
        } catch (IOException _) {
            return 0;
        }
    }
}

package dev.keyline.tools.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keyline.tools.text.FileTrouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// Passphrases for an exchange that starts with nobody there: lines `NAME = PASSPHRASE`. Blanks
/// around both are not part of them; a line that begins with `#` or `;` says nothing. Read anew
/// each time, so that no passphrase stays in memory.
record PasscodeFile(Path path) {
    private static final int LARGEST = 64 * 1024;
    private static final int OWNER_READ_WRITE = 0600;
    private static final int PERMISSIONS = 07777;

    /// The file could not be used; the message says why and what to do.
    static final class Trouble extends Exception {
        private static final long serialVersionUID = 1L;

        Trouble(String why) {
            super(why, null, false, false);
        }
    }

    /// Looks whether the file may be used, and whether every line can be understood.
    void check() throws Trouble {
        find("");
    }

    /// The passphrase of a key, if there is a line for it. The array is the caller's to wipe.
    Optional<char[]> find(String name) throws Trouble {
        try {
            checkMode();
            return find(name, Files.readAllBytes(path));
        } catch (IOException e) {
            throw new Trouble(FileTrouble.words(e));
        }
    }

    private void checkMode() throws IOException, Trouble {
        if (!Files.isRegularFile(path) && Files.exists(path)) {
            throw new Trouble(path + " is not a regular file: put the passphrases into one");
        }
        if (Files.size(path) > LARGEST) {
            throw new Trouble(path + " is larger than " + LARGEST + " octets: it is no such file");
        }
        if (path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            int mode = (Integer) Files.getAttribute(path, "unix:mode") & PERMISSIONS;
            if ((mode & ~OWNER_READ_WRITE) != 0) {
                throw new Trouble(
                        "%s has mode %04o, passphrases may be open to their owner only: chmod 600 %s"
                                .formatted(path, mode, path));
            }
        }
    }

    private Optional<char[]> find(String name, byte[] octets) throws Trouble {
        var text = UTF_8.decode(ByteBuffer.wrap(octets));
        try {
            return find(name, text);
        } finally {
            Arrays.fill(octets, (byte) 0);
            Arrays.fill(text.array(), '\0');
        }
    }

    private Optional<char[]> find(String name, CharBuffer text) throws Trouble {
        Optional<char[]> found = Optional.empty();
        int start = 0;
        for (int number = 1; start < text.length(); number++) {
            int end = start;
            while (end < text.length() && text.charAt(end) != '\n') {
                end++;
            }
            var value = value(name, trimmed(text.subSequence(start, end)), number);
            if (value.isPresent() && found.isPresent()) {
                value.ifPresent(second -> Arrays.fill(second, '\0'));
                found.ifPresent(first -> Arrays.fill(first, '\0'));
                throw new Trouble(path + ":" + number + ": a second passphrase for '" + name + "'");
            }
            found = found.or(() -> value);
            start = end + 1;
        }
        return found;
    }

    private Optional<char[]> value(String name, CharBuffer line, int number) throws Trouble {
        if (line.isEmpty() || line.charAt(0) == '#' || line.charAt(0) == ';') {
            return Optional.empty();
        }
        int equals = 0;
        while (equals < line.length() && line.charAt(equals) != '=') {
            equals++;
        }
        if (equals == 0 || equals == line.length()) {
            throw new Trouble(path + ":" + number + ": write NAME = PASSPHRASE");
        }
        if (!trimmed(line.subSequence(0, equals)).toString().equals(name)) {
            return Optional.empty();
        }
        var value = trimmed(line.subSequence(equals + 1, line.length()));
        var copy = new char[value.length()];
        value.get(copy);
        return Optional.of(copy);
    }

    private static CharBuffer trimmed(CharBuffer text) {
        int start = 0;
        int end = text.length();
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return text.subSequence(start, end);
    }
}

package dev.keyline.tools.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keyline.keys.ring.Unlocking;
import dev.keyline.tools.text.FileTrouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where passphrases may lie for an exchange that starts with nobody at the keyboard. Tried in this
/// order: a file of `NAME = PASSPHRASE` lines, the systemd credential `keyline.NAME` (a file in the
/// directory that `$CREDENTIALS_DIRECTORY` names), the variable `KEYLINE_PASSCODE_NAME`.
public final class KeptPasscodes {
    /// Nowhere.
    public static final KeptPasscodes NONE = new KeptPasscodes(Optional.empty(), Map.of());

    private static final String CREDENTIALS = "CREDENTIALS_DIRECTORY";
    private static final String CREDENTIAL = "keyline.";
    private static final String VARIABLE = "KEYLINE_PASSCODE_";

    private final Optional<PasscodeFile> file;
    private final Map<String, String> environment;

    private KeptPasscodes(Optional<PasscodeFile> file, Map<String, String> environment) {
        this.file = file;
        this.environment = environment;
    }

    /// The places to look at.
    ///
    /// @param file with mode 0600 or less
    /// @param environment the variables of the process
    /// @throws Unservable when the file is open to others, or has a line that cannot be understood
    public static KeptPasscodes of(Optional<Path> file, Map<String, String> environment)
            throws Unservable {
        var lines = file.map(PasscodeFile::new);
        try {
            if (lines.isPresent()) {
                lines.get().check();
            }
        } catch (PasscodeFile.Trouble trouble) {
            throw new Unservable(List.of(String.valueOf(trouble.getMessage())));
        }
        return new KeptPasscodes(lines, environment);
    }

    /// Takes a passphrase for a key; the array stays the caller's.
    public interface Lock {
        Unlocking unlock(String name, char[] passphrase);
    }

    private interface Source {
        Optional<char[]> passphrase(String name) throws IOException, PasscodeFile.Trouble;
    }

    /// The first passphrase that lies there for a key; the array is the caller's to wipe. What
    /// cannot be read counts as not there.
    public Optional<char[]> first(String name) {
        return sources(name).values().stream()
                .flatMap(source -> readable(source, name).stream())
                .findFirst();
    }

    private static Optional<char[]> readable(Source source, String name) {
        try {
            return source.passphrase(name);
        } catch (IOException | PasscodeFile.Trouble _) {
            return Optional.empty(); // the next place may have it, or the terminal
        }
    }

    /// Tries what lies there for a key, until it is open.
    ///
    /// @return where a passphrase was found that does not open it, or why none could be read
    public Optional<String> tryOn(String name, Lock lock) {
        Optional<String> trouble = Optional.empty();
        for (var source : sources(name).entrySet()) {
            try {
                var passphrase = source.getValue().passphrase(name);
                if (passphrase.isPresent()) {
                    if (opens(name, passphrase.get(), lock)) {
                        return Optional.empty();
                    }
                    trouble = Optional.of(source.getKey() + " does not open key '" + name + "'");
                }
            } catch (IOException e) {
                trouble = Optional.of(FileTrouble.words(e));
            } catch (PasscodeFile.Trouble e) {
                trouble = Optional.ofNullable(e.getMessage());
            }
        }
        return trouble;
    }

    private static boolean opens(String name, char[] passphrase, Lock lock) {
        try {
            return !(lock.unlock(name, passphrase) instanceof Unlocking.StillLocked);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    private Map<String, Source> sources(String name) {
        var all = new LinkedHashMap<String, Source>();
        file.ifPresent(lines -> all.put("the passphrase in " + lines.path(), lines::find));
        all.put("the credential " + CREDENTIAL + name, this::credential);
        all.put("the variable " + variable(name), this::variableOf);
        return all;
    }

    /// Such as `KEYLINE_PASSCODE_EAST_1` for the key `east-1`: variables have no other characters.
    static String variable(String name) {
        return VARIABLE + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private Optional<char[]> variableOf(String name) {
        return Optional.ofNullable(environment.get(variable(name))).map(String::toCharArray);
    }

    /// The first line of the credential; systemd sees to its protection.
    private Optional<char[]> credential(String name) throws IOException {
        var directory = environment.get(CREDENTIALS);
        if (directory == null || directory.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    firstLine(Files.readAllBytes(Path.of(directory, CREDENTIAL + name))));
        } catch (NoSuchFileException _) {
            return Optional.empty(); // not every key has one
        }
    }

    private static char[] firstLine(byte[] octets) {
        var text = UTF_8.decode(ByteBuffer.wrap(octets));
        int end = 0;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        var line = Arrays.copyOf(text.array(), end);
        Arrays.fill(octets, (byte) 0);
        Arrays.fill(text.array(), '\0');
        return line;
    }
}

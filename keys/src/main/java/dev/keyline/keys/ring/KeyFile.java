package dev.keyline.keys.ring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// A file whose name means a key: NAME.pub or NAME.key, with at least one character before the
/// suffix.
public record KeyFile(Path path, KeyId id) {
    /// In octets. Asterisk cuts longer names, and then they no longer agree with `inkeys`.
    public static final int LONGEST_NAME = 79;

    /// In octets. Asterisk skips key files whose whole path is longer.
    public static final int LONGEST_PATH = 255;

    /// Nothing for the files that are no business of ours, such as `README` or `old.pub~`.
    static Optional<KeyFile> of(Path path) {
        var file = String.valueOf(path.getFileName());
        return Arrays.stream(KeyType.values())
                .filter(
                        type ->
                                file.endsWith(type.suffix())
                                        && file.length() > type.suffix().length())
                .map(
                        type ->
                                new KeyId(
                                        file.substring(0, file.length() - type.suffix().length()),
                                        type))
                .map(id -> new KeyFile(path, id))
                .findFirst();
    }

    /// Why a file of this name is not even opened, if so.
    Optional<Refusal> objection() {
        if (id.name().chars().anyMatch(Character::isISOControl)) {
            return Optional.of(new Refusal.BadName(path, "has a control character in its name"));
        }
        if (octets(id.name()) > LONGEST_NAME) {
            return Optional.of(
                    new Refusal.BadName(
                            path, "has a key name of more than " + LONGEST_NAME + " octets"));
        }
        var length = octets(path.toString());
        return length > LONGEST_PATH
                ? Optional.of(new Refusal.PathTooLong(path, length))
                : Optional.empty();
    }

    /// The length of a text as the limits above count it.
    public static int octets(String text) {
        return text.getBytes(UTF_8).length;
    }
}

package dev.keyline.keys.genkey;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.keyline.keys.pem.KeySize;
import dev.keyline.keys.pem.Passphrase;
import dev.keyline.keys.ring.KeyFile;
import dev.keyline.keys.ring.KeyType;
import java.nio.CharBuffer;
import java.nio.file.Files;
import java.util.Optional;
import java.util.regex.Pattern;

/// Everything that can be known to go wrong before a key is made.
final class Checks {
    /// A key directory loads nearly any name, but the name has to be written elsewhere too: `:`
    /// divides `inkeys`, `/`, `@` and `]` end a part of a dial string, `,` and `;` end one in a
    /// configuration file, where blanks at the ends are lost as well; a leading dash would be an
    /// option to every command.
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9._ -]*[A-Za-z0-9._-])?");

    /// OpenSSL does not lock a key with less.
    private static final int SHORTEST_PASSPHRASE = 4;

    /// Asterisk reads no more of what is typed at `keys init`.
    private static final int LONGEST_PASSPHRASE = 1023;

    private Checks() {}

    static Optional<Obstacle> obstacle(NewKeyPair wish) {
        return name(wish).or(() -> size(wish)).or(() -> passphrase(wish)).or(() -> files(wish));
    }

    /// What stands in the way of the public half alone.
    static Optional<Obstacle> publicHalf(NewKeyPair wish) {
        return name(wish)
                .or(() -> size(wish))
                .or(() -> directory(wish))
                .or(() -> file(wish, KeyType.PUBLIC));
    }

    private static Optional<Obstacle> name(NewKeyPair wish) {
        var name = wish.name();
        return when(
                !NAME.matcher(name).matches() || name.length() > KeyFile.LONGEST_NAME,
                new Obstacle.BadName(name));
    }

    private static Optional<Obstacle> size(NewKeyPair wish) {
        return when(!KeySize.fits(wish.bits()), new Obstacle.BadSize(wish.bits()));
    }

    private static Optional<Obstacle> passphrase(NewKeyPair wish) {
        return wish.passphrase().flatMap(Checks::problem).map(Obstacle.BadPassphrase::new);
    }

    private static Optional<String> problem(char[] passphrase) {
        var octets = octets(passphrase);
        if (octets < SHORTEST_PASSPHRASE) {
            return Optional.of("has fewer than " + SHORTEST_PASSPHRASE + " characters");
        }
        if (octets > LONGEST_PASSPHRASE) {
            return Optional.of("takes more than " + LONGEST_PASSPHRASE + " octets");
        }
        return when(
                CharBuffer.wrap(passphrase).chars().anyMatch(Character::isISOControl),
                "has a control character");
    }

    private static int octets(char[] passphrase) {
        try (var octets = new Passphrase(passphrase)) {
            return octets.length();
        }
    }

    private static Optional<Obstacle> files(NewKeyPair wish) {
        return directory(wish)
                .or(() -> file(wish, KeyType.PRIVATE))
                .or(() -> file(wish, KeyType.PUBLIC));
    }

    private static Optional<Obstacle> directory(NewKeyPair wish) {
        return when(
                !Files.isDirectory(wish.directory()), new Obstacle.NoDirectory(wish.directory()));
    }

    private static Optional<Obstacle> file(NewKeyPair wish, KeyType type) {
        var file = wish.file(type);
        if (KeyFile.octets(file.toAbsolutePath().toString()) > KeyFile.LONGEST_PATH) {
            return Optional.of(new Obstacle.PathTooLong(file));
        }
        if (Files.isDirectory(file, NOFOLLOW_LINKS)) {
            return Optional.of(new Obstacle.NotAFile(file));
        }
        return when(
                !wish.overwrite() && Files.exists(file, NOFOLLOW_LINKS), new Obstacle.Exists(file));
    }

    private static <T> Optional<T> when(boolean wrong, T consequence) {
        return wrong ? Optional.of(consequence) : Optional.empty();
    }
}

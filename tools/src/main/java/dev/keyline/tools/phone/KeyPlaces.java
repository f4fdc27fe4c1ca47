package dev.keyline.tools.phone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where keys are looked for when nobody says where.
///
/// @param places in this order
public record KeyPlaces(List<Path> places) {
    /// The user's own directory, which `keyline run` makes, then Asterisk's.
    public static KeyPlaces usual(Path home) {
        return new KeyPlaces(
                List.of(home.resolve(".keyline/keys"), Path.of("/var/lib/asterisk/keys")));
    }

    /// The first that can be read.
    public Optional<Path> first() {
        return places.stream().filter(Files::isDirectory).filter(Files::isReadable).findFirst();
    }
}

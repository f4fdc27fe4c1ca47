package dev.keyline.tools.demo;

import dev.keyline.keys.genkey.Generated;
import dev.keyline.keys.genkey.KeyPairFiles;
import dev.keyline.keys.genkey.NewKeyPair;
import dev.keyline.tools.serve.Rising;
import dev.keyline.tools.text.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;

/// The folder of the demonstration: `east`, `west` and `telephone`, each with its keys.
///
/// @param folder empty before
/// @param east UDP port of the exchange east on 127.0.0.1
/// @param west likewise
public record Town(Path folder, int east, int west) {
    private static final List<String> FILES = List.of("iax.conf", "extensions.conf");

    /// `asterisk.conf` of an exchange.
    Path main(String exchange) {
        return home(exchange).resolve("asterisk.conf");
    }

    Path keys(String who) {
        return home(who).resolve("keys");
    }

    private Path home(String who) {
        return folder.resolve(who);
    }

    /// Writes everything. Private keys are made where they stay, and public ones are taken to the
    /// other side, as people would do it.
    ///
    /// @throws IOException when the disk does not take it
    public void build() throws IOException {
        for (var who : List.of("east", "west", "telephone")) {
            Files.createDirectories(keys(who));
        }
        exchange("east");
        exchange("west");
        Rising.write(home("west").resolve("sounds"));
        make("telephone", "alice");
        make("east", "east");
        make("east", "stranger");
        hand("alice", "telephone", "east");
        hand("east", "east", "west");
    }

    private void exchange(String name) throws IOException {
        var blanks =
                Map.of(
                        "NAME",
                        name,
                        "HOME",
                        home(name).toString(),
                        "EAST",
                        Integer.toString(east),
                        "WEST",
                        Integer.toString(west));
        Files.writeString(main(name), Template.fill(Town.class, "asterisk.conf", blanks));
        for (var file : FILES) {
            var text = Template.fill(Town.class, name + "/" + file, blanks);
            Files.writeString(home(name).resolve(file), text);
        }
    }

    private void make(String owner, String name) throws IOException {
        var made = KeyPairFiles.generate(NewKeyPair.named(keys(owner), name), new SecureRandom());
        if (made instanceof Generated.Refused(var why)) {
            throw new IOException(why.message());
        }
    }

    private void hand(String name, String from, String to) throws IOException {
        Files.copy(keys(from).resolve(name + ".pub"), keys(to).resolve(name + ".pub"));
    }
}

package dev.keyline.pbx.replay;

import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.conf.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// One of those who spoke in a recording.
///
/// @param who the name of its configuration; [#ADDRESSES] says where it sat
record Part(String recording, String who, Errand errand) {
    private static final Path CASES = Path.of("src/test/resources/replay/cases.txt");
    private static final Path CONFIGURATIONS = Path.of("src/test/resources/doctor");
    private static final Map<String, PeerAddress> ADDRESSES =
            Map.of(
                    "a", PeerAddress.ofIPv4("127.0.0.1", 4571),
                    "b", PeerAddress.ofIPv4("127.0.0.2", 4572),
                    "c", PeerAddress.ofIPv4("127.0.0.3", 4573),
                    "m", PeerAddress.ofIPv4("127.0.0.5", 4575),
                    "r1", PeerAddress.ofIPv4("127.0.0.11", 4611),
                    "r2", PeerAddress.ofIPv4("127.0.0.12", 4612),
                    "modem", PeerAddress.ofIPv4("127.0.0.1", 4580),
                    "modemp", PeerAddress.ofIPv4("127.0.0.1", 4581));

    /// Those we stand in for.
    static List<Part> all() {
        return lines().filter(line -> !line.startsWith("not ")).map(Part::read).toList();
    }

    /// Those we cannot stand in for; the table says why.
    static List<Part> none() {
        return lines().filter(line -> line.startsWith("not "))
                .map(line -> line.substring(4).split("[ :]+"))
                .map(words -> new Part(words[0], words[1], Errand.NONE))
                .toList();
    }

    private static Stream<String> lines() {
        return text(CASES).lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    private static Part read(String line) {
        var words = new ArrayDeque<>(List.of(line.split(" +")));
        return new Part(words.remove(), words.remove(), Errand.read(words));
    }

    PeerAddress address() {
        return Objects.requireNonNull(ADDRESSES.get(who), who);
    }

    Standin standin(Keys keys) {
        return new Standin(
                address(),
                Texts.of(files()),
                recording.contains("unlocked") ? keys.unlocked() : keys,
                errand);
    }

    /// The files of who was recorded, with what was different that time.
    private Map<String, String> files() {
        var files = new HashMap<String, String>();
        for (var name : List.of("iax.conf", "extensions.conf", "iax_trunk.conf")) {
            var file = CONFIGURATIONS.resolve(who).resolve(name);
            if (Files.exists(file)) {
                files.put(name, text(file));
            }
        }
        if (!recording.contains("trunk")) {
            files.remove("iax_trunk.conf");
        }
        files.put("iax.conf", asItWas(files.getOrDefault("iax.conf", "")));
        errand.registers()
                .ifPresent(line -> files.put("iax_reg.conf", "register => " + line + "\n"));
        return files;
    }

    private String asItWas(String iax) {
        if (recording.equals("trunk-timestamps")) {
            return iax.replace("trunktimestamps=no", "trunktimestamps=yes");
        }
        if (recording.startsWith("reg-") && who.equals("a")) {
            return iax.replace("maxregexpire=60", "maxregexpire=15");
        }
        if (recording.startsWith("qualify-") && who.equals("b")) {
            return iax.replace(";qualify", "qualify");
        }
        return iax;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return recording + "/" + who;
    }
}

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What servers and generator are given: configuration files, the same for all, keys, ports, and
/// the programs in C, compiled.
///
/// `KEYLINE_BENCH_PORT` is the port of the first server, 4669 without; the one above it is that of
/// its answering side, and so on for each server beside it.
final class Stage {
    private final Path root = Path.of("").toAbsolutePath();
    private final Path folder = Files.createTempDirectory("keyline-bench");
    private final Map<String, Optional<String>> compiled = new HashMap<>();
    private final int port;

    private Stage(int number) throws IOException {
        var first = System.getenv().getOrDefault("KEYLINE_BENCH_PORT", "4669");
        port = Integer.parseInt(first) + 2 * number;
    }

    /// @param number how many other servers there are beside this one's
    /// @param general a line for `[general]`
    static Stage prepared(int number, String general) throws IOException, InterruptedException {
        var stage = new Stage(number);
        for (var name : List.of("etc", "run", "log", "db", "spool", "keys")) {
            Files.createDirectories(stage.folder.resolve(name));
        }
        stage.generateKey();
        Configuration.write(stage.folder, stage.port(), stage.answerPort(), general);
        return stage;
    }

    private void generateKey() throws IOException, InterruptedException {
        var keys = Files.createDirectories(Path.of(keys())).toFile();
        new ProcessBuilder(keyline(), "astgenkey", "-q", "-n", "bench")
                .directory(keys)
                .inheritIO()
                .start()
                .waitFor();
    }

    int port() {
        return port;
    }

    int answerPort() {
        return port + 1;
    }

    String keyline() {
        return root.resolve("keyline").toString();
    }

    /// Keyline's exchange as `./keyline run` starts it, but by a JVM with these options as well,
    /// and so without its archive, which is for one set of options only.
    List<String> exchange(String... options) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java));
        command.addAll(List.of(options));
        command.addAll(
                List.of("-XX:+UseCompactObjectHeaders", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-cp", root.resolve(".keyline/lib") + "/*"));
        command.addAll(List.of("dev.keyline.tools.Keyline", "run", "-C", conf()));
        return command;
    }

    Optional<String> asterisk() {
        return Optional.ofNullable(System.getenv("KEYLINE_ASTERISK"));
    }

    String conf() {
        return folder + "/etc/asterisk.conf";
    }

    String keys() {
        return folder + "/keys/keys";
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /// A program of this folder that is written in C; empty without a compiler.
    Optional<String> compiled(String name) {
        return compiled.computeIfAbsent(name, this::compile);
    }

    private Optional<String> compile(String name) {
        var program = folder.resolve(name).toString();
        var source = root.resolve("bench").resolve(name + ".c").toString();
        try {
            int failed =
                    new ProcessBuilder("cc", "-O2", "-o", program, source)
                            .inheritIO()
                            .start()
                            .waitFor();
            return failed == 0 ? Optional.of(program) : Optional.empty();
        } catch (IOException none) {
            System.err.println("There is no C compiler (cc), so bench/" + name + ".c is left out.");
            return Optional.empty();
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }
}

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
/// `KEYLINE_BENCH_PORT` is the server's port, 4669 without; the one above it is the answering
/// side's.
final class Stage {
    private final Path root = Path.of("").toAbsolutePath();
    private final Path folder = Files.createTempDirectory("keyline-bench");
    private final Map<String, Optional<String>> compiled = new HashMap<>();
    private final int port =
            Integer.parseInt(System.getenv().getOrDefault("KEYLINE_BENCH_PORT", "4669"));

    private Stage() throws IOException {}

    static Stage prepared() throws IOException, InterruptedException {
        var stage = new Stage();
        for (var name : List.of("etc", "run", "log", "db", "spool", "keys")) {
            Files.createDirectories(stage.folder.resolve(name));
        }
        stage.generateKey();
        stage.configure("");
        return stage;
    }

    /// @param general a line for `[general]`, for servers that are started from now on
    void configure(String general) throws IOException {
        Configuration.write(folder, port(), answerPort(), general);
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

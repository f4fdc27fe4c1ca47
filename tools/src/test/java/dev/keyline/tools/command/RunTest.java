package dev.keyline.tools.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.keyline.tools.Keyline;
import dev.keyline.tools.Outcome;
import dev.keyline.tools.serve.Starter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The command on a free port of loopback, stopped by an interrupt as the process is by a signal.
@Timeout(30)
final class RunTest {
    private final Path home;

    RunTest(@TempDir Path folder) {
        this.home = folder.resolve("home");
    }

    /// A run of the command in a thread of its own.
    private static final class Running implements AutoCloseable {
        private final BufferedReader out;
        private final StringWriter err = new StringWriter();
        private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
        private final Thread thread;

        Running(Object... words) throws IOException {
            var pipe = new PipedWriter();
            out = new BufferedReader(new PipedReader(pipe));
            var program = Keyline.commandLine();
            program.setOut(new PrintWriter(pipe, true)).setErr(new PrintWriter(err, true));
            var arguments = new String[words.length];
            for (int i = 0; i < words.length; i++) {
                arguments[i] = words[i].toString();
            }
            thread = Thread.ofPlatform().start(() -> exitCode.complete(program.execute(arguments)));
        }

        /// Reads on to a line that begins so, and has this in it.
        String untilLine(String beginning, String... parts) throws IOException {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(beginning)
                        && List.of(parts).stream().allMatch(line::contains)) {
                    return line;
                }
            }
            throw new IOException("no such line; it said " + err);
        }

        int stop() throws Exception {
            thread.interrupt();
            return exitCode.get(10, TimeUnit.SECONDS);
        }

        @Override
        public void close() {
            thread.interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// The starter configuration, moved to a free port.
    private int startAnywhere() throws IOException {
        new Starter(home).write();
        int port = freePort();
        var iax = home.resolve("iax.conf");
        Files.writeString(
                iax, Files.readString(iax).replace("bindport = 4569", "bindport = " + port));
        return port;
    }

    @Test
    void starterLetsAliceInByHerKeyAndEchoes() throws Exception {
        int port = startAnywhere();
        try (var running = new Running("run", "--home", home)) {
            assertThat(running.untilLine("Serving"))
                    .isEqualTo(
                            "Serving 127.0.0.1:%d: 1 user, 0 peers, 1 context, 2 keys. Ctrl-C ends."
                                    .formatted(port));
            var call =
                    Outcome.of(
                            "dial",
                            "IAX2/alice:[alice]@127.0.0.1:" + port + "/600",
                            "--keys",
                            home.resolve("keys"),
                            "--for",
                            "0.5");
            assertThat(call.exitCode()).isZero();
            assertThat(call.out())
                    .containsSubsequence("answering with key alice", "answered", "at -");
            assertThat(running.stop()).isZero();
            assertThat(running.untilLine("Stopped")).isEqualTo("Stopped.");
        }
    }

    @Test
    void callsAreHungUpWhenItStops() throws Exception {
        int port = startAnywhere();
        try (var running = new Running("run", "--home", home);
                var caller =
                        new Running(
                                "dial",
                                "alice:[alice]@127.0.0.1:" + port + "/601",
                                "--keys",
                                home.resolve("keys"),
                                "--json")) {
            caller.untilLine("{\"seconds\"", "\"event\":\"answered\"");
            assertThat(running.stop()).isZero();
            assertThat(caller.untilLine("{\"seconds\"", "\"event\":\"ended\""))
                    .contains("they hung up (16, normal)");
            assertThat(caller.exitCode.get(10, TimeUnit.SECONDS)).isZero();
        }
    }

    @Test
    void withoutConfigurationOneIsWrittenAndServed() throws Exception {
        assumeThat(Path.of("/etc/asterisk/asterisk.conf")).doesNotExist();
        try (var running = new Running("run", "--home", home, "--port", freePort())) {
            assertThat(running.untilLine("There was no configuration")).endsWith(home + ":");
            assertThat(running.untilLine("Call it:")).contains("IAX2/alice:[alice]@127.0.0.1");
            running.untilLine("Serving 127.0.0.1");
            assertThat(home.resolve("keys/alice.key")).exists();
            assertThat(running.stop()).isZero();
        }
    }

    @Test
    void oddityInTheFilesStopsNothingAndIsCounted() throws Exception {
        startAnywhere();
        var iax = home.resolve("iax.conf");
        Files.writeString(iax, Files.readString(iax) + "\n[bob]\ntype = usr\n");
        try (var running = new Running("run", "-C", home.resolve("asterisk.conf"))) {
            assertThat(running.untilLine("Serving"))
                    .contains("; 1 remark about the files, see the log.");
            assertThat(running.stop()).isZero();
        }
    }

    @Test
    void fileThatIsNotThereIsOneClearLine() {
        var run = Outcome.of("run", "-C", home.resolve("asterisk.conf"));
        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .isEqualTo(
                        home.resolve("asterisk.conf")
                                + ": there is no such file, or it may not be read\n");
    }

    @Test
    void portThatIsTakenIsOneClearLine() throws IOException {
        int port = startAnywhere();
        try (var taken = new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
            var run = Outcome.of("run", "--home", home);
            assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(run.err())
                    .containsOnlyOnce("\n")
                    .contains("UDP port " + taken.getLocalPort(), "another exchange");
        }
    }

    @Test
    void fileThatCannotBeUnderstoodIsToldWithItsPlace() throws IOException {
        startAnywhere();
        Files.writeString(home.resolve("extensions.conf"), "[inside\nexten => 600,1,Echo()\n");
        var run = Outcome.of("run", "--home", home);
        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("extensions.conf:1: ");
    }

    @Test
    void passphrasesThatOthersMayRead_areRefusedBeforeAnythingIsOpened() throws IOException {
        var codes =
                Files.writeString(
                        Files.createDirectories(home).resolve("codes"), "alice = mellon\n");
        Files.setPosixFilePermissions(codes, PosixFilePermissions.fromString("rw-r--r--"));
        var outcome = Outcome.of("run", "--home", home, "--passcodes", codes);
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(outcome.err()).contains("mode 0644", "chmod 600").doesNotContain("mellon");
    }
}

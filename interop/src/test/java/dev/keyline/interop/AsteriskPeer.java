package dev.keyline.interop;

import dev.keyline.keys.genkey.Generated;
import dev.keyline.keys.genkey.KeyPairFiles;
import dev.keyline.keys.genkey.NewKeyPair;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A real Asterisk on loopback, in a folder of its own, for as long as a test takes. Which binary,
/// the environment says: KEYLINE_ASTERISK.
final class AsteriskPeer implements AutoCloseable {
    static final String WHY_SKIPPED = "KEYLINE_ASTERISK does not name an Asterisk binary";

    private static final AtomicInteger NEXT_PORT =
            new AtomicInteger(20_000 + 10 * (int) (ProcessHandle.current().pid() % 1_000));

    private final Path binary;
    private final Path folder;
    private final int port;
    private final Process process;

    private AsteriskPeer(Path binary, Path folder, int port, Process process) {
        this.binary = binary;
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    static Optional<Path> binary() {
        return Optional.ofNullable(System.getenv("KEYLINE_ASTERISK"))
                .map(Path::of)
                .filter(Files::isExecutable);
    }

    /// A folder with the directories Asterisk wants, and an empty key directory.
    static Path prepare(Path folder) throws IOException {
        for (var name : new String[] {"etc", "run", "log", "db", "spool", "keys/keys"}) {
            Files.createDirectories(folder.resolve(name));
        }
        return folder;
    }

    static Path keys(Path folder) {
        return folder.resolve("keys/keys");
    }

    /// A key pair as our own astgenkey makes it.
    static void generateKey(Path directory, String name) {
        var made = KeyPairFiles.generate(NewKeyPair.named(directory, name), new SecureRandom());
        if (!(made instanceof Generated.Written)) {
            throw new IllegalStateException("no key: " + made);
        }
    }

    /// A port of 127.0.0.1 that nobody has. It is below those that the kernel gives to whoever asks
    /// for any, so that no test beside this one gets it before it is opened.
    static int freePort() throws IOException {
        var loopback = InetAddress.ofLiteral("127.0.0.1");
        int port = NEXT_PORT.getAndIncrement();
        while (isTaken(new InetSocketAddress(loopback, port))) {
            port = NEXT_PORT.getAndIncrement();
        }
        return port;
    }

    private static boolean isTaken(InetSocketAddress here) throws IOException {
        try (var socket = new DatagramSocket(here)) {
            return !socket.isBound();
        } catch (BindException taken) {
            return true;
        }
    }

    /// Starts it on a port of 127.0.0.1 and waits until it answers.
    ///
    /// @param iax the sections of iax.conf after `[general]`
    static AsteriskPeer start(Path binary, Path folder, int port, String iax, String extensions)
            throws IOException, InterruptedException {
        write(
                folder,
                "asterisk.conf",
                """
                [directories]
                astetcdir => %1$s/etc
                astkeydir => %1$s/keys
                astdbdir => %1$s/db
                astspooldir => %1$s/spool
                astrundir => %1$s/run
                astlogdir => %1$s/log
                [options]
                verbose = 3
                """
                        .formatted(folder));
        write(folder, "modules.conf", "[modules]\nautoload=yes\n");
        write(
                folder,
                "logger.conf",
                "[general]\n[logfiles]\nfull => notice,warning,error,verbose\n");
        write(
                folder,
                "iax.conf",
                """
                [general]
                bindaddr=127.0.0.1:%d
                disallow=all
                allow=ulaw
                authdebug=yes
                """
                                .formatted(port)
                        + iax);
        write(folder, "extensions.conf", extensions);
        var process =
                new ProcessBuilder(binary.toString(), "-C", folder + "/etc/asterisk.conf", "-f")
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("console.txt").toFile())
                        .start();
        var peer = new AsteriskPeer(binary, folder, port, process);
        peer.await("fully booted", () -> peer.cli("core waitfullybooted"));
        return peer;
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve("etc").resolve(name), text);
    }

    int port() {
        return port;
    }

    Path folder() {
        return folder;
    }

    /// Runs one command and returns what it prints.
    String cli(String command) {
        try {
            var process =
                    new ProcessBuilder(
                                    binary.toString(),
                                    "-C",
                                    folder + "/etc/asterisk.conf",
                                    "-rx",
                                    command)
                            .redirectErrorStream(true)
                            .start();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(10, TimeUnit.SECONDS);
            return text;
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e.toString();
        }
    }

    String log() throws IOException {
        return Files.readString(folder.resolve("log/full"));
    }

    /// Waits until a text appears, and gives up after 30 seconds. A registration took 14 of them;
    /// how soon is not what these tests are about.
    void await(String text, Source source) throws IOException, InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!source.read().contains(text)) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException(
                        "'" + text + "' did not appear in:\n" + source.read());
            }
            Thread.sleep(50);
        }
    }

    /// Something that can be looked at again and again.
    interface Source {
        String read() throws IOException;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

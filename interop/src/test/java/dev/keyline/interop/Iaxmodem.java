package dev.keyline.interop;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/// A software modem (Debian's iaxmodem): IAX2 as libiax2 spoke it in 2007, without call tokens, and
/// ears of its own, because it only connects to what sounds like a modem.
final class Iaxmodem implements AutoCloseable {
    static final String WHY_SKIPPED = "iaxmodem is not installed";

    /// It reads its configuration from a file of this directory, whatever it is told.
    private static final Path CONFIGURATIONS = Path.of("/etc/iaxmodem");

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    private final Process process;
    private final Path device;
    private final StringBuilder heard = new StringBuilder();

    private Iaxmodem(Process process, Path device) {
        this.process = process;
        this.device = device;
    }

    static boolean isInstalled() {
        return Files.isDirectory(CONFIGURATIONS)
                && Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "iaxmodem")));
    }

    /// Starts one that registers with an exchange on this machine.
    static Iaxmodem start(Path folder, String name, String secret, int port, int exchange)
            throws IOException, InterruptedException {
        var device = folder.resolve(name + ".tty");
        var file = folder.resolve(name);
        Files.writeString(
                file,
                """
                device %s
                owner root:root
                mode 660
                port %d
                refresh 60
                server 127.0.0.1:%d
                peername %s
                secret %s
                cidname Modem
                cidnumber 100
                codec ulaw
                """
                        .formatted(device, port, exchange, name, secret));
        var process =
                new ProcessBuilder("iaxmodem", CONFIGURATIONS.relativize(file).toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve(name + ".log").toFile())
                        .start();
        var modem = new Iaxmodem(process, device);
        modem.open();
        return modem;
    }

    private void open() throws IOException, InterruptedException {
        await(() -> Files.exists(device), "its device " + device);
        var stty =
                new ProcessBuilder("stty", "-F", device.toString(), "raw", "-echo")
                        .redirectErrorStream(true)
                        .start();
        if (!stty.waitFor(5, TimeUnit.SECONDS) || stty.exitValue() != 0) {
            throw new IOException("stty does not work on " + device);
        }
        Thread.ofPlatform().daemon().start(this::listen);
    }

    private void listen() {
        try (var in = new FileInputStream(device.toFile())) {
            for (int c = in.read(); c >= 0; c = in.read()) {
                note((char) c);
            }
        } catch (IOException gone) {
            for (char c : ("[the device is gone: " + gone.getMessage() + "]").toCharArray()) {
                note(c);
            }
        }
    }

    private synchronized void note(char c) {
        heard.append(c);
    }

    private synchronized boolean hasSaid(String word) {
        return heard.indexOf(word) >= 0;
    }

    private synchronized void forget() {
        heard.setLength(0);
    }

    private synchronized String said() {
        return heard.toString();
    }

    /// Types a command.
    void type(String command) throws IOException {
        try (var out = new FileOutputStream(device.toFile())) {
            out.write((command + "\r").getBytes(StandardCharsets.US_ASCII));
        }
    }

    /// Waits until it has said a word since it was last asked.
    void awaitWord(String word) throws IOException, InterruptedException {
        await(() -> hasSaid(word), "'" + word + "'");
        forget();
    }

    private interface Condition {
        boolean holds();
    }

    private void await(Condition condition, String what) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE;
        while (!condition.holds()) {
            if (System.nanoTime() > until || !process.isAlive()) {
                throw new IOException(
                        "iaxmodem did not come up with " + what + "; it said: " + said());
            }
            Thread.sleep(50);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}

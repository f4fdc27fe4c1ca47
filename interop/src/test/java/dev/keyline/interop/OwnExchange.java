package dev.keyline.interop;

import dev.keyline.iax.net.Clock;
import dev.keyline.iax.net.Port;
import dev.keyline.iax.net.Tap;
import dev.keyline.pbx.control.ExchangeFiles;
import dev.keyline.pbx.control.Places;
import dev.keyline.pbx.ledger.ExchangeEvent;
import dev.keyline.pbx.ledger.Journal;
import dev.keyline.pbx.line.Names;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// An exchange of ours on loopback, in a folder of its own, for as long as a test takes, and all it
/// has said.
final class OwnExchange implements AutoCloseable {
    private final Said said;
    private final Port port;

    private OwnExchange(Said said, Port port) {
        this.said = said;
        this.port = port;
    }

    private record Said(List<String> log, List<ExchangeEvent> events) implements Journal.Sink {
        @Override
        public void logged(Journal.Level level, String text) {
            log.add(level + " " + text);
        }

        @Override
        public void happened(ExchangeEvent event) {
            events.add(event);
        }
    }

    /// Starts one.
    ///
    /// @param home gets the files; keys are taken from `keys` in it
    /// @param port of 127.0.0.1; 0 for any that is free
    static OwnExchange start(Path home, int port, String iax, String extensions)
            throws IOException {
        return start(home, port, iax, extensions, Tap.NONE);
    }

    /// Starts one whose datagrams somebody sees.
    static OwnExchange start(Path home, int port, String iax, String extensions, Tap tap)
            throws IOException {
        Files.writeString(home.resolve("iax.conf"), iax);
        Files.writeString(home.resolve("extensions.conf"), extensions);
        var said = new Said(new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>());
        var files =
                new ExchangeFiles(Places.within(home), new Journal(said), InstantSource.system());
        var opened =
                files.open(Names.NONE, new SecureRandom(), Instant.now(), ZoneId.systemDefault());
        if (!(opened instanceof ExchangeFiles.Opened.Ready(var exchange))) {
            throw new IllegalStateException("no exchange: " + opened);
        }
        var here = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
        return new OwnExchange(said, Port.open(here, exchange, new Clock(), (_, _) -> {}, tap));
    }

    int port() {
        return port.localAddress().getPort();
    }

    List<String> log() {
        return said.log();
    }

    List<ExchangeEvent> events() {
        return said.events();
    }

    /// Waits up to 15 seconds until a text appears in the log.
    void await(String text) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (log().stream().noneMatch(line -> line.contains(text))) {
            if (System.nanoTime() > until) {
                throw new AssertionError("'" + text + "' is not in:\n" + String.join("\n", log()));
            }
            Thread.sleep(50);
        }
    }

    @Override
    public void close() {
        port.close();
    }
}

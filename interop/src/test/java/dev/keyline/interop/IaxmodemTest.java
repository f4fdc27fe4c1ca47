package dev.keyline.interop;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two modems register with an exchange, and one calls the other through it. That they connect is
/// more than a word: the caller has to hear the carrier of the called one.
class IaxmodemTest {
    private static final List<String> LOG = new CopyOnWriteArrayList<>();

    private static final String IAX =
            """
            [general]
            disallow=all
            allow=ulaw
            [one]
            type=friend
            host=dynamic
            auth=md5
            secret=Throwaway-one
            requirecalltoken=no
            context=in
            [two]
            type=friend
            host=dynamic
            auth=md5
            secret=Throwaway-two
            requirecalltoken=no
            context=in
            """;
    private static final String EXTENSIONS =
            """
            [in]
            exten => 700,1,Dial(IAX2/two/s,20)
             same => n,NoOp(dial ended with ${DIALSTATUS})
            """;

    @TempDir static @Nullable Path folder;

    private static @Nullable Port exchange;
    private static @Nullable Iaxmodem one;
    private static @Nullable Iaxmodem two;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Iaxmodem.isInstalled(), Iaxmodem.WHY_SKIPPED);
        var home = Objects.requireNonNull(folder);
        exchange = exchange(home);
        int port = exchange.localAddress().getPort();
        one = Iaxmodem.start(home, "one", "Throwaway-one", AsteriskPeer.freePort(), port);
        two = Iaxmodem.start(home, "two", "Throwaway-two", AsteriskPeer.freePort(), port);
    }

    private static Port exchange(Path home) throws IOException {
        Files.createDirectories(home.resolve("keys"));
        Files.writeString(home.resolve("iax.conf"), IAX);
        Files.writeString(home.resolve("extensions.conf"), EXTENSIONS);
        var files =
                new ExchangeFiles(
                        Places.within(home), new Journal(new Noted()), InstantSource.system());
        var opened =
                files.open(Names.NONE, new SecureRandom(), Instant.now(), ZoneId.systemDefault());
        return Port.open(
                new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0),
                ((ExchangeFiles.Opened.Ready) opened).exchange(),
                new Clock(),
                (_, _) -> {},
                Tap.NONE);
    }

    private static final class Noted implements Journal.Sink {
        @Override
        public void logged(Journal.Level level, String text) {
            LOG.add(text);
        }

        @Override
        public void happened(ExchangeEvent event) {
            LOG.add(event.toString());
        }
    }

    @AfterAll
    static void stop() {
        if (one != null) {
            one.close();
        }
        if (two != null) {
            two.close();
        }
        if (exchange != null) {
            exchange.close();
        }
    }

    private static void awaitLog(String text) throws Exception {
        long until = System.nanoTime() + 20_000_000_000L;
        while (LOG.stream().noneMatch(line -> line.contains(text))) {
            if (System.nanoTime() > until) {
                throw new AssertionError("'" + text + "' is not in " + String.join("\n", LOG));
            }
            Thread.sleep(50);
        }
    }

    @Test
    void twoModemsRegisterAndHearEachOtherThroughUs() throws Exception {
        awaitLog("Registered IAX2 'one' (AUTHENTICATED)");
        awaitLog("Registered IAX2 'two' (AUTHENTICATED)");
        var caller = Objects.requireNonNull(one);
        var called = Objects.requireNonNull(two);
        caller.type("AT+FCLASS=1");
        caller.awaitWord("OK");
        called.type("AT+FCLASS=1");
        called.awaitWord("OK");
        caller.type("ATDT700");
        called.awaitWord("RING");
        called.type("ATA");
        called.awaitWord("CONNECT");
        caller.awaitWord("CONNECT");
    }
}

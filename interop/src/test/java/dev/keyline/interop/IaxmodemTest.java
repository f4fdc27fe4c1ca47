package dev.keyline.interop;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two modems register with an exchange, and one calls the other through it. That they connect is
/// more than a word: the caller has to hear the carrier of the called one.
@InRealTime
class IaxmodemTest {
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

    private static @Nullable OwnExchange exchange;
    private static @Nullable Iaxmodem one;
    private static @Nullable Iaxmodem two;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Iaxmodem.isInstalled(), Iaxmodem.WHY_SKIPPED);
        var home = Objects.requireNonNull(folder);
        exchange = OwnExchange.start(home, 0, IAX, EXTENSIONS);
        int port = exchange.port();
        one = Iaxmodem.start(home, "one", "Throwaway-one", AsteriskPeer.freePort(), port);
        two = Iaxmodem.start(home, "two", "Throwaway-two", AsteriskPeer.freePort(), port);
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

    @Test
    void twoModemsRegisterAndHearEachOtherThroughUs() throws Exception {
        var ours = Objects.requireNonNull(exchange);
        ours.await("Registered IAX2 'one' (AUTHENTICATED)");
        ours.await("Registered IAX2 'two' (AUTHENTICATED)");
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

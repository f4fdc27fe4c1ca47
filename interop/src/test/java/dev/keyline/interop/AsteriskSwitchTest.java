package dev.keyline.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real Asterisk and a Keyline exchange ask each other for their dialplans, by RSA key.
class AsteriskSwitchTest {
    @TempDir static @Nullable Path temporary;

    private static @Nullable AsteriskPeer asterisk;
    private static @Nullable OwnExchange keyline;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(AsteriskPeer.binary().isPresent(), AsteriskPeer.WHY_SKIPPED);
        var folder = AsteriskPeer.prepare(Objects.requireNonNull(temporary));
        var keys = AsteriskPeer.keys(folder);
        for (var name : List.of("asterisk", "keyline")) {
            AsteriskPeer.generateKey(keys, name);
        }
        int ours = AsteriskPeer.freePort();
        asterisk =
                AsteriskPeer.start(
                        AsteriskPeer.binary().orElseThrow(),
                        folder,
                        AsteriskPeer.freePort(),
                        """
                        [k_rsa]
                        type=user
                        auth=rsa
                        inkeys=keyline
                        context=in
                        [keyline]
                        type=peer
                        host=127.0.0.1
                        port=%d
                        username=caller
                        outkey=asterisk
                        """
                                .formatted(ours),
                        """
                        [in]
                        exten => 608,1,Answer()
                         same => n,Wait(5)
                        [switched]
                        switch => IAX2/a_rsa:[asterisk]@keyline/in
                        """);
        keyline = exchange(folder, keys, ours, asterisk.port());
    }

    private static OwnExchange exchange(Path folder, Path keys, int port, int theirs)
            throws IOException {
        var home = Files.createDirectories(folder.resolve("own"));
        Files.createSymbolicLink(home.resolve("keys"), keys);
        return OwnExchange.start(
                home,
                port,
                """
                [a_rsa]
                type=user
                auth=rsa
                inkeys=asterisk
                context=in
                [caller]
                type=user
                auth=rsa
                inkeys=asterisk
                context=out
                context=plain
                [asterisk]
                type=peer
                host=127.0.0.1
                port=%d
                username=k_rsa
                outkey=keyline
                """
                        .formatted(theirs),
                """
                [in]
                exten => 600,1,Answer()
                 same => n,Wait(5)
                [out]
                switch => IAX2/k_rsa:[keyline]@asterisk/in
                [plain]
                switch => IAX2/asterisk/in
                """);
    }

    private static OwnExchange ours() {
        return Objects.requireNonNull(keyline);
    }

    private static AsteriskPeer peer() {
        return Objects.requireNonNull(asterisk);
    }

    @AfterAll
    static void stop() {
        if (keyline != null) {
            keyline.close();
        }
        if (asterisk != null) {
            asterisk.close();
        }
    }

    private static void originate(String target) {
        peer().cli("channel originate " + target + " application Wait 5");
    }

    /// What it was told does not show in its `iax2 show cache`: an answer ends the entry there, and
    /// it asks for every call anew.
    @Test
    void itAsksUsAndCallsWhatWeKnow() throws Exception {
        originate("Local/600@switched");
        ours().await("Accepted TBD call from 127.0.0.1:" + peer().port() + " as a_rsa");
        ours().await("Executing [600@in:1] Answer");
    }

    @Test
    void itDoesNotCallWhatWeDoNotKnow() throws Exception {
        originate("Local/999@switched");
        peer().await("No such extension/context 999@switched", () -> peer().log());
        assertThat(ours().log()).noneMatch(line -> line.contains("999@in"));
    }

    /// With the login in the switch, which is all that an Asterisk would look at, and with that of
    /// the peer section.
    @Test
    void weAskItAndCallWhatItKnows() throws Exception {
        for (var context : List.of("out", "plain")) {
            originate("IAX2/keyline/608@" + context);
            ours().await("Executing [608@" + context + ":1] Dial");
            peer().await("608@in", () -> peer().cli("core show channels"));
            peer().cli("channel request hangup all");
            peer().await("0 active channels", () -> peer().cli("core show channels"));
        }
        assertThat(peer().log()).contains("Accepted AUTHENTICATED TBD call");
    }

    @Test
    void weRefuseWhatItDoesNotKnow() throws Exception {
        originate("IAX2/keyline/999@out");
        ours().await("request '999@out' does not exist");
        ours().await("Rejected connect attempt");
    }
}

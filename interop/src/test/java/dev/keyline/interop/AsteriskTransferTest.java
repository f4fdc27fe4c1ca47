package dev.keyline.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyline.audio.tone.Level;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two real Asterisks whose call runs through a Keyline exchange, which leaves them alone with each
/// other.
@InRealTime
class AsteriskTransferTest {
    private static final String NO_CALLS = "0 active channels";

    @TempDir static @Nullable Path temporary;

    private static @Nullable AsteriskPeer near;
    private static @Nullable AsteriskPeer far;
    private static @Nullable OwnExchange keyline;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(AsteriskPeer.binary().isPresent(), AsteriskPeer.WHY_SKIPPED);
        var folder = Objects.requireNonNull(temporary);
        var binary = AsteriskPeer.binary().orElseThrow();
        var farFolder = AsteriskPeer.prepare(Files.createDirectories(folder.resolve("far")));
        far =
                AsteriskPeer.start(
                        binary,
                        farFolder,
                        AsteriskPeer.freePort(),
                        """
                        [keyline]
                        type=user
                        auth=md5
                        secret=over-the-hills
                        context=in
                        """,
                        """
                        [in]
                        exten => 602,1,Answer()
                         same => n,Milliwatt()
                        """);
        keyline = exchange(folder, far.port());
        var nearFolder = AsteriskPeer.prepare(Files.createDirectories(folder.resolve("near")));
        near =
                AsteriskPeer.start(
                        binary,
                        nearFolder,
                        AsteriskPeer.freePort(),
                        """
                        [keyline]
                        type=peer
                        host=127.0.0.1
                        port=%d
                        username=near
                        auth=md5
                        secret=far-away
                        """
                                .formatted(keyline.port()),
                        """
                        [rec]
                        exten => s,1,Wait(1)
                         same => n,Record(%s/heard.wav,0,2,q)
                         same => n,Wait(60)
                        """
                                .formatted(nearFolder));
    }

    private static OwnExchange exchange(Path folder, int farPort) throws IOException {
        var home = Files.createDirectories(folder.resolve("keyline"));
        Files.createDirectories(home.resolve("keys"));
        return OwnExchange.start(
                home,
                0,
                """
                [near]
                type=user
                auth=md5
                secret=far-away
                context=in
                transfer=yes
                [all]
                type=peer
                host=127.0.0.1
                port=%d
                username=keyline
                auth=md5
                secret=over-the-hills
                transfer=yes
                [voice]
                type=peer
                host=127.0.0.1
                port=%1$d
                username=keyline
                auth=md5
                secret=over-the-hills
                transfer=mediaonly
                """
                        .formatted(farPort),
                """
                [in]
                exten => 700,1,Dial(IAX2/all/602,10)
                exten => 701,1,Dial(IAX2/voice/602,10)
                """);
    }

    private static OwnExchange ours() {
        return Objects.requireNonNull(keyline);
    }

    @AfterAll
    static void stop() {
        if (near != null) {
            near.close();
        }
        if (far != null) {
            far.close();
        }
        if (keyline != null) {
            keyline.close();
        }
    }

    private static AsteriskPeer near() {
        return Objects.requireNonNull(near);
    }

    private static AsteriskPeer far() {
        return Objects.requireNonNull(far);
    }

    private static void dial(String exten) {
        ours().log().clear();
        near().cli("channel originate IAX2/keyline/" + exten + " extension s@rec");
    }

    private static void awaitLog(String text) throws Exception {
        ours().await(text);
    }

    /// The tone of the far side has come through for two seconds.
    private static void assertToneIsHeard() throws Exception {
        var file = near().folder().resolve("heard.wav");
        near().await(
                        "done",
                        () ->
                                Files.exists(file) && Files.size(file) > 30_000
                                        ? "done"
                                        : near().log());
        var octets = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        var samples = new short[8000];
        octets.position(44 + 8000);
        octets.asShortBuffer().get(samples);
        assertThat(Level.at(1004, samples, 0, samples.length)).isBetween(-2.0, 2.0);
        Files.delete(file);
    }

    private static void assertBothAreFree(AsteriskPeer hangingUp) throws Exception {
        hangingUp.cli("channel request hangup all");
        near().await(NO_CALLS, () -> near().cli("core show channels"));
        far().await(NO_CALLS, () -> far().cli("core show channels"));
    }

    @Test
    void theyGoOnWithoutUsAndEitherMayHangUp() throws Exception {
        for (var hangingUp : List.of(near(), far())) {
            dial("700");
            awaitLog("goes on directly with 127.0.0.1:" + far().port());
            awaitLog("goes on directly with 127.0.0.1:" + near().port());
            assertToneIsHeard();
            assertThat(near().cli("core show channels")).contains("1 active call");
            assertThat(far().cli("core show channels")).contains("1 active channel");
            assertBothAreFree(hangingUp);
        }
    }

    @Test
    void theirVoiceGoesPastUsAndEitherMayHangUp() throws Exception {
        for (var hangingUp : List.of(near(), far())) {
            dial("701");
            awaitLog("has its voice past us");
            assertToneIsHeard();
            assertBothAreFree(hangingUp);
            awaitLog("Hungup");
        }
    }
}

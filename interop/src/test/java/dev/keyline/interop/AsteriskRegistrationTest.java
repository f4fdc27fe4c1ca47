package dev.keyline.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyline.pbx.ledger.LineEvent;
import dev.keyline.pbx.ledger.LoginEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A Keyline exchange and a real Asterisk register with each other, by RSA and by MD5, and refresh
/// in time. That takes twenty seconds and no work, so it comes before all others.
@Order(0)
class AsteriskRegistrationTest {

    /// Registers with both ends' names crossed: what Keyline registers as begins with `k`, what
    /// Asterisk registers as with `a`. Five seconds are granted, so that refreshes are seen.
    private static final String ASTERISK =
            """
            minregexpire=5
            maxregexpire=5
            register => a_rsa:[asterisk]@127.0.0.1:%1$d
            register => a_md5:opensesame@127.0.0.1:%1$d
            register => a_wrong:[other]@127.0.0.1:%1$d
            register => a_bare@127.0.0.1:%1$d
            [k_rsa]
            type=friend
            host=dynamic
            auth=rsa
            inkeys=keyline
            context=in
            [k_md5]
            type=friend
            host=dynamic
            secret=sesameopen
            context=in
            [k_wrong]
            type=friend
            host=dynamic
            auth=rsa
            inkeys=other
            context=in
            """;

    private static final String KEYLINE =
            """
            [general]
            bindaddr=127.0.0.1
            minregexpire=5
            maxregexpire=5
            register => k_rsa:[keyline]@127.0.0.1:%1$d
            register => k_md5:sesameopen@127.0.0.1:%1$d
            register => k_wrong:[keyline]@127.0.0.1:%1$d
            [a_rsa]
            type=friend
            host=dynamic
            auth=rsa
            inkeys=asterisk
            qualify=yes
            [a_md5]
            type=friend
            host=dynamic
            secret=opensesame
            [a_wrong]
            type=friend
            host=dynamic
            inkeys=asterisk
            [a_bare]
            type=friend
            host=dynamic
            inkeys=asterisk
            """;

    @TempDir static @Nullable Path temporary;

    private static @Nullable AsteriskPeer asterisk;
    private static @Nullable OwnExchange keyline;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(AsteriskPeer.binary().isPresent(), AsteriskPeer.WHY_SKIPPED);
        var folder = AsteriskPeer.prepare(Objects.requireNonNull(temporary));
        var keys = AsteriskPeer.keys(folder);
        for (var name : List.of("asterisk", "keyline", "other")) {
            AsteriskPeer.generateKey(keys, name);
        }
        int port = AsteriskPeer.freePort();
        int ours = AsteriskPeer.freePort();
        asterisk =
                AsteriskPeer.start(
                        AsteriskPeer.binary().orElseThrow(),
                        folder,
                        port,
                        ASTERISK.formatted(ours),
                        "[in]\nexten => 1,1,Answer()\n");
        keyline = exchange(folder, keys, ours, port);
    }

    private static OwnExchange exchange(Path folder, Path keys, int ours, int theirs)
            throws IOException {
        var home = Files.createDirectories(folder.resolve("keyline"));
        Files.createSymbolicLink(home.resolve("keys"), keys);
        return OwnExchange.start(
                home, ours, KEYLINE.formatted(theirs), "[default]\nexten => 1,1,Answer()\n");
    }

    private static OwnExchange ours() {
        return Objects.requireNonNull(keyline);
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

    private static AsteriskPeer peer() {
        return Objects.requireNonNull(asterisk);
    }

    private static void awaitEvents(int number, String account, String method) throws Exception {
        peer().await("x".repeat(number), () -> "x".repeat((int) enrolments(account, method)));
    }

    private static long enrolments(String account, String method) {
        return ours().events().stream()
                .filter(
                        e ->
                                e instanceof LoginEvent.Accepted in
                                        && in.attempt().kind() == LoginEvent.Kind.REGISTRATION
                                        && in.attempt().account().equals(account)
                                        && in.attempt()
                                                .used()
                                                .map(m -> m.word())
                                                .orElse("")
                                                .equals(method))
                .count();
    }

    @Test
    void asteriskRegistersByRsaAndRefreshes() throws Exception {
        awaitEvents(4, "a_rsa", "rsa");
        assertThat(ours().log())
                .anyMatch(l -> l.contains("Registered IAX2 'a_rsa' (AUTHENTICATED) at 127"));
        assertThat(peer().cli("iax2 show registry")).containsPattern("a_rsa .* 5  Registered");
    }

    @Test
    void asteriskRegistersByMd5AndRefreshes() throws Exception {
        awaitEvents(4, "a_md5", "md5");
    }

    @Test
    void asteriskWithAWrongKeyIsRefused() throws Exception {
        peer().await("Rejected", () -> peer().cli("iax2 show registry"));
        assertThat(enrolments("a_wrong", "rsa")).isZero();
        assertThat(ours().log())
                .anyMatch(
                        l ->
                                l.contains(
                                        "failed RSA authentication with inkeys 'asterisk' for"
                                                + " 'a_wrong'"));
    }

    /// An Asterisk in our place would take MD5 over nothing for a proof.
    @Test
    void asteriskWithoutKeyAndSecretDoesNotRegister() throws Exception {
        awaitEvents(3, "a_rsa", "rsa"); // two refreshes of another have passed
        assertThat(ours().events().toString()).doesNotContain("section=a_bare");
        assertThat(peer().cli("iax2 show registry"))
                .containsPattern("a_bare ")
                .doesNotContainPattern("a_bare .*  Registered");
    }

    @Test
    void asteriskAnswersPoke() throws Exception {
        peer().await(
                        "OK (",
                        () ->
                                ours().events().stream()
                                        .filter(LineEvent.Changed.class::isInstance)
                                        .toList()
                                        .toString());
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void keylineRegistersByRsaAndByMd5AndStays() throws Exception {
        peer().await("k_rsa", () -> peer().cli("iax2 show peers registered"));
        peer().await("k_md5", () -> peer().cli("iax2 show peers registered"));
        Thread.sleep(17_000); // three periods of five seconds, and the ten that Asterisk adds
        assertThat(peer().cli("iax2 show peers registered")).contains("k_rsa").contains("k_md5");
        assertThat(ours().log()).anyMatch(l -> l.contains("who sees us as 127.0.0.1:"));
    }

    @Test
    void keylineWithAWrongKeyIsToldSo() throws Exception {
        peer().await(
                        "Registration of 'k_wrong' rejected: 'Registration Refused'",
                        () -> String.join("\n", ours().log()));
        assertThat(peer().cli("iax2 show peers registered")).doesNotContain("k_wrong");
    }
}

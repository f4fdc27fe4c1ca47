package dev.keyline.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyline.pbx.doctor.Finding;
import dev.keyline.pbx.doctor.Severity;
import dev.keyline.pbx.doctor.Verdict;
import dev.keyline.pbx.doctor.Visit;
import dev.keyline.tools.doctor.Papers;
import dev.keyline.tools.doctor.Rounds;
import dev.keyline.tools.serve.KeptPasscodes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The doctor asks a real Asterisk whether it takes our logins, and reads its files while it runs.
class AsteriskDoctorTest {
    private static final String ASTERISK =
            """
            [branch]
            type=friend
            host=dynamic
            auth=rsa
            inkeys=branch
            context=in
            [phone]
            type=friend
            host=dynamic
            auth=rsa
            inkeys=branch
            context=in
            [bob]
            type=user
            auth=md5
            secret=quartz-vex-7731-lumen
            context=in
            [lost]
            type=user
            auth=rsa
            inkeys=nowhere
            context=in
            [strict]
            type=user
            auth=rsa
            inkeys=branch
            context=other
            """;

    /// Every peer is the same Asterisk.
    private static final String KEYLINE =
            """
            [general]
            register => phone:[branch]@127.0.0.1:%1$d
            """
                    + peer("right", "username=branch\noutkey=branch\nauth=rsa")
                    + peer("wrong", "username=branch\noutkey=other\nauth=rsa")
                    + peer("secret", "username=bob\nsecret=quartz-vex-7731-lumen")
                    + peer("badsecret", "username=bob\nsecret=not-that-one")
                    + peer("lost", "username=lost\noutkey=branch\nauth=rsa")
                    + peer("unknown", "username=nobody\noutkey=branch\nauth=rsa")
                    + peer("bare", "username=branch\nsecret=quartz-vex-7731-lumen");

    @TempDir static @Nullable Path temporary;

    private static @Nullable AsteriskPeer asterisk;
    private static Map<String, Visit> visits = Map.of();

    private static String peer(String name, String lines) {
        return "[" + name + "]\ntype=peer\nhost=127.0.0.1\nport=%1$d\n" + lines + "\n";
    }

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(AsteriskPeer.binary().isPresent(), AsteriskPeer.WHY_SKIPPED);
        var folder = AsteriskPeer.prepare(Objects.requireNonNull(temporary));
        var keys = AsteriskPeer.keys(folder);
        AsteriskPeer.generateKey(keys, "branch");
        AsteriskPeer.generateKey(keys, "other");
        int port = AsteriskPeer.freePort();
        asterisk =
                AsteriskPeer.start(
                        AsteriskPeer.binary().orElseThrow(),
                        folder,
                        port,
                        ASTERISK,
                        "[in]\nexten => 1,1,Answer()\n[other]\nexten => 1,1,Answer()\n");
        visits = ask(folder, port);
    }

    private static Map<String, Visit> ask(Path folder, int port) throws Exception {
        var home = Files.createDirectories(folder.resolve("keyline"));
        Files.writeString(
                home.resolve("asterisk.conf"),
                "[directories]\nastkeydir => " + folder.resolve("keys") + "\n");
        Files.writeString(home.resolve("iax.conf"), KEYLINE.formatted(port));
        Files.writeString(home.resolve("extensions.conf"), "[in]\nexten => 1,1,Answer()\n");
        var papers = Papers.of(home.resolve("asterisk.conf"), KeptPasscodes.NONE, true);
        return new Rounds(papers.lines().orElseThrow(), papers.keys(), papers.around().names())
                .make(Optional.empty()).stream()
                        .collect(Collectors.toMap(Visit::who, visit -> visit));
    }

    @AfterAll
    static void stop() {
        if (asterisk != null) {
            asterisk.close();
        }
    }

    private static Verdict verdict(String who) {
        return Objects.requireNonNull(visits.get(who), who).verdict();
    }

    @Test
    void whatAsteriskTakesIsTaken() {
        assertThat(verdict("right")).isInstanceOf(Verdict.Taken.class);
        assertThat(verdict("secret")).isEqualTo(new Verdict.Taken("md5"));
        assertThat(visits.values()).allMatch(visit -> visit.millis().isPresent());
    }

    @Test
    void whatAsteriskRefusesIsRefused() {
        assertThat(verdict("wrong")).isInstanceOf(Verdict.Refused.class);
        assertThat(verdict("badsecret")).isInstanceOf(Verdict.Refused.class);
        assertThat(verdict("lost")).isInstanceOf(Verdict.Refused.class);
        assertThat(verdict("unknown")).isInstanceOfAny(Verdict.Refused.class, Verdict.Cannot.class);
        assertThat(verdict("bare")).isInstanceOf(Verdict.Cannot.class);
    }

    @Test
    void aRegistrarIsAskedWithoutRegistering() {
        var line =
                visits.keySet().stream()
                        .filter(who -> who.startsWith("phone@127.0.0.1"))
                        .findFirst()
                        .orElseThrow();
        assertThat(verdict(line)).isInstanceOf(Verdict.Taken.class);
        assertThat(Objects.requireNonNull(asterisk).cli("iax2 show peers"))
                .contains("phone")
                .doesNotContain("127.0.0.1");
    }

    /// While it runs: the one login that fails on these files is the one that is named.
    @Test
    void itsOwnFilesAreRead() throws Exception {
        var main = Objects.requireNonNull(asterisk).folder().resolve("etc/asterisk.conf");
        var findings = Papers.of(main, KeptPasscodes.NONE, true).examined().findings();
        assertThat(findings)
                .filteredOn(finding -> finding.severity() == Severity.FAILS)
                .map(finding -> finding.ailment().id() + " " + finding.spot().sections())
                .containsExactly("inkey-missing [lost]");
        assertThat(findings.stream().map(Finding::line).toList())
                .noneMatch(line -> line.contains("quartz"));
    }
}

package dev.keyline.tools.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.net.Tap;
import dev.keyline.keys.genkey.KeyPairFiles;
import dev.keyline.keys.genkey.NewKeyPair;
import dev.keyline.pbx.doctor.Verdict;
import dev.keyline.pbx.doctor.Visit;
import dev.keyline.tools.Outcome;
import dev.keyline.tools.serve.KeptPasscodes;
import dev.keyline.tools.serve.Serving;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Asks an exchange of our own on loopback.
final class RoundsTest {
    private static final String SECRET = "quartz-vex-7731-lumen";

    private final Path there;
    private final Path here;
    private final Serving exchange;

    RoundsTest(@TempDir Path folder) throws Exception {
        there = Files.createDirectories(folder.resolve("there/keys")).resolveSibling("");
        here = Files.createDirectories(folder.resolve("here/keys")).resolveSibling("");
        main(there);
        main(here);
        write(here, "extensions.conf", "[inside]\nexten => 600,1,Echo()\n");
        write(there, "extensions.conf", "[inside]\nexten => 600,1,Echo()\n");
        write(
                there,
                "iax.conf",
                """
                [general]
                bindaddr=127.0.0.1
                delayreject=no
                [branch]
                type=friend
                host=dynamic
                auth=rsa
                inkeys=branch
                context=inside
                [bob]
                type=user
                auth=md5
                secret=%s
                context=inside
                [open]
                type=user
                context=inside
                """
                        .formatted(SECRET));
        make("branch");
        make("mallory");
        Files.copy(here.resolve("keys/branch.pub"), there.resolve("keys/branch.pub"));
        exchange =
                Serving.open(
                        there.resolve("asterisk.conf"),
                        OptionalInt.of(freePort()),
                        KeptPasscodes.NONE,
                        new Silence(),
                        Tap.NONE);
    }

    @AfterEach
    void exchangeCloses() {
        exchange.close();
    }

    private static void main(Path folder) throws IOException {
        write(folder, "asterisk.conf", "[directories]\nastkeydir => " + folder + "\n");
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void make(String name) {
        KeyPairFiles.generate(NewKeyPair.named(here.resolve("keys"), name), new SecureRandom());
    }

    private static int freePort() throws IOException {
        try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String peer(String lines) {
        return peer(exchange.address().getPort(), lines);
    }

    private static String peer(int port, String lines) {
        return "[hq]\ntype=peer\nhost=127.0.0.1\nport=" + port + "\n" + lines;
    }

    private Visit visit(String iax) throws Exception {
        write(here, "iax.conf", iax);
        var papers = Papers.of(here.resolve("asterisk.conf"), KeptPasscodes.NONE, true);
        var visits =
                new Rounds(papers.lines().orElseThrow(), papers.keys(), papers.around().names())
                        .make(Optional.empty());
        assertThat(visits).hasSize(1);
        return visits.getFirst();
    }

    @Test
    void ourKeyIsTaken() throws Exception {
        var visit = visit(peer("username=branch\noutkey=branch\nauth=rsa\n"));
        assertThat(visit.verdict()).isInstanceOf(Verdict.Taken.class);
        assertThat(visit.millis()).isPresent();
        assertThat(visit.line())
                .containsPattern(
                        "hq at 127.0.0.1:\\d+ answers after [0-9.]+ ms; it took our login \\(rsa with"
                                + " key branch, SHA256:");
        assertThat(visit.findings()).isEmpty();
    }

    @Test
    void anotherKeyIsRefused() throws Exception {
        var visit = visit(peer("username=branch\noutkey=mallory\nauth=rsa\n"));
        assertThat(visit.verdict()).isInstanceOf(Verdict.Refused.class);
        assertThat(visit.findings())
                .map(finding -> finding.ailment().id())
                .containsExactly("login-refused");
        assertThat(visit.findings().getFirst().what()).contains("rsa with key mallory");
    }

    @Test
    void aSecretIsTakenAndNotShown() throws Exception {
        var visit = visit(peer("username=bob\nsecret=" + SECRET + "\n"));
        assertThat(visit.verdict()).isEqualTo(new Verdict.Taken("md5"));
        assertThat(visit.line()).doesNotContain(SECRET);
        assertThat(visit(peer("username=bob\nsecret=not-the-secret\n")).verdict())
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void anUnknownNameIsRefusedAsAWrongSecretIs() throws Exception {
        assertThat(visit(peer("username=nobody\nsecret=not-the-secret\n")).findings())
                .map(finding -> finding.ailment().group().name())
                .containsExactly("LIVE");
    }

    @Test
    void whatTheyAskForAndWeLackIsSaid() throws Exception {
        var visit = visit(peer("username=branch\nsecret=" + SECRET + "\n"));
        assertThat(visit.verdict()).isInstanceOf(Verdict.Cannot.class);
    }

    @Test
    void whoAsksNothingIsNoted() throws Exception {
        assertThat(visit(peer("username=open\n")).verdict()).isEqualTo(new Verdict.Unasked());
    }

    @Test
    void whoRegistersWithUsIsNotAsked() throws Exception {
        var visit = visit("[phone]\ntype=peer\nhost=dynamic\nauth=rsa\ninkeys=branch\n");
        assertThat(visit.verdict()).isInstanceOf(Verdict.Untried.class);
    }

    @Test
    void silenceIsSaidSo() throws Exception {
        try (var deaf = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            var visit = visit(peer(deaf.getLocalPort(), "username=branch\noutkey=branch\n"));
            assertThat(visit.verdict()).isEqualTo(new Verdict.Silent());
            assertThat(visit.findings())
                    .map(finding -> finding.ailment().id())
                    .containsExactly("peer-silent");
        }
    }

    /// A registrar is asked by a call, so that nobody's calls are sent elsewhere.
    @Test
    void aRegisterLineIsTriedWithoutRegistering() throws Exception {
        var port = exchange.address().getPort();
        var visit = visit("[general]\nregister => branch:[branch]@127.0.0.1:" + port + "\n");
        assertThat(visit.verdict()).isInstanceOf(Verdict.Taken.class);
        assertThat(exchange.<Boolean>ask((it, _) -> it.peers().address("branch").isPresent()))
                .isFalse();
        var wrong = visit("[general]\nregister => branch:[mallory]@127.0.0.1:" + port + "\n");
        assertThat(wrong.verdict()).isInstanceOf(Verdict.Untried.class);
        assertThat(wrong.millis()).isPresent();
    }

    @Test
    void theCommandTellsItAll() throws Exception {
        write(here, "iax.conf", peer("username=branch\noutkey=mallory\nauth=rsa\n"));
        var text = Outcome.of("doctor", "-C", here.resolve("asterisk.conf"), "--live");
        assertThat(text.exitCode()).isEqualTo(1);
        assertThat(text.out())
                .contains("hq at 127.0.0.1:" + exchange.address().getPort() + " answers after")
                .contains("will fail  iax.conf:1  login-refused")
                .contains("1 thing will fail");
        var json =
                Outcome.of(
                        "doctor",
                        "-C",
                        here.resolve("asterisk.conf"),
                        "--live",
                        "--json",
                        "--peer",
                        "hq");
        assertThat(json.lines().getFirst())
                .startsWith("{\"visit\":\"hq\",\"verdict\":\"refused\",\"address\":\"127.0.0.1:");
        assertThat(List.of(text.out(), json.out())).noneMatch(it -> it.contains(SECRET));
    }
}

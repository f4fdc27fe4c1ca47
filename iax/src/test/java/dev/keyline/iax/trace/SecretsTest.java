package dev.keyline.iax.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.wire.MetaFrame;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a reader sees who knows the secrets, in recordings of real Asterisks.
class SecretsTest {
    private static final Secrets ALL =
            new Secrets(
                    Stream.of(
                                    "enc-secret-1",
                                    "enc-secret-2",
                                    "enc-secret-3",
                                    "rotation-secret",
                                    "mdsecret",
                                    "plainpass")
                            .map(s -> new Secrets.Named("section " + s.length(), new Secret(s)))
                            .toList());

    private static List<Told> story(String name, Secrets secrets) {
        return Story.of(Captures.packets(name), SignatureCheck.NONE, secrets);
    }

    private static List<Told> sealed(List<Told> story) {
        return story.stream().filter(t -> t.words().startsWith("encrypted")).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "rsaenc-peer",
        "rsaenc-dial",
        "rsaforce",
        "rsamd5enc-key-and-secret",
        "rsamd5enc-secret-only",
        "md5enc",
        "rsaenc-keyrotate-off",
        "rsaenc-key-rotation"
    })
    void everyFrameOfAnEncryptedCallIsTold(String name) {
        assertThat(sealed(story(name, Secrets.NONE))).isNotEmpty();
        var told = story(name, ALL);
        assertThat(sealed(told)).isEmpty();
        assertThat(told).filteredOn(t -> t.remarks().contains("deciphered")).isNotEmpty();
        assertThat(told).anyMatch(t -> t.words().startsWith("HANGUP"));
        assertThat(told.toString()).doesNotContain("secret-");
    }

    /// The called Asterisk answers noise with noise there; the rest opens.
    @Test
    void whatAsteriskSpoiltIsMostlyMended() {
        var before = sealed(story("rsaenc-loss-rsa-only", Secrets.NONE)).size();
        assertThat(sealed(story("rsaenc-loss-rsa-only", ALL))).hasSizeLessThan(before / 4);
    }

    @Test
    void withTheWrongSecretOneIsToldSo() {
        var wrong = new Secrets(List.of(new Secrets.Named("desk", new Secret("no"))));
        assertThat(sealed(story("rsaenc-peer", wrong)))
                .isNotEmpty()
                .filteredOn(t -> t.frame().orElseThrow() instanceof dev.keyline.iax.wire.FullFrame)
                .allMatch(t -> t.remarks().contains("no known secret opens it"));
    }

    @Test
    void voiceInTrunksIsNotTouched() {
        assertThat(story("rsaenc-on-trunk", ALL))
                .anyMatch(t -> t.frame().orElseThrow() instanceof MetaFrame.Trunk);
    }
}

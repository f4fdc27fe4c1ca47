package dev.keyline.pbx.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.keys.ring.KeyRing;
import dev.keyline.pbx.conf.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever is wrong with lines that hold a secret, no finding repeats a part of it.
class SecrecyTest {
    private static final String PIECE = "ZQX7";

    /// A secret made of pieces, with every character between them that means something to a reader.
    /// After `@` and `;` what is left of a register line is whole, and its host a host.
    @Provide
    Arbitrary<String> secrets() {
        return Arbitraries.of("", "@", ":", ";", "[", "]", "&", "=", ",", " ", "%", "(", ")")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .filter(between -> !(between.contains("@") && between.contains(";")))
                .map(between -> PIECE + String.join(PIECE, between) + PIECE);
    }

    private static List<String> said(String iax, String plan) {
        var around =
                new Surroundings(
                        Sample.NOW,
                        (host, port) ->
                                host.endsWith(".net")
                                        ? Optional.of(PeerAddress.ofIPv4("192.0.2.7", port))
                                        : Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        Set.of("iax.conf"),
                        false);
        var texts = Texts.of(Map.of("iax.conf", iax, "extensions.conf", plan));
        return Doctor.examine(texts, KeyRing.load(Path.of("none")), around).findings().stream()
                .map(Finding::line)
                .toList();
    }

    @Property(tries = 500)
    void noFindingRepeatsASecret(@ForAll("secrets") String secret) {
        var iax =
                """
                [general]
                register => me:%1$s@hq.example.net
                register => me:%1$s@hq.example.net:port
                register => me:[key]:%1$s@nowhere
                [a]
                type=friend
                host=dynamic
                secret=%1$s
                secert=%1$s
                secret %1$s
                encryption=perhaps
                [b]
                type=friend
                host=hq.example.net
                secret=%1$s
                auth=md5,rsa
                outkey=us
                """
                        .formatted(secret);
        var plan =
                """
                [default]
                exten => 1,1,Dial(IAX2/me:%1$s@hg/1)
                exten => 2,1,Dial(IAX2/me:%1$s:[key]@b&SIP/%1$s,20)
                exten => 3,2,Dial(IAX2/me:%1$s)
                """
                        .formatted(secret);
        assertThat(said(iax, plan)).hasSizeGreaterThan(5).noneMatch(line -> line.contains(PIECE));
    }
}

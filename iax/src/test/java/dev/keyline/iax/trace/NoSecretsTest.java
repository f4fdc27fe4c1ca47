package dev.keyline.iax.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.Elements;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.InformationElement;
import dev.keyline.iax.wire.MalformedFrame;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No line and no ladder shows a token, a password or an answer, in letters or in hexadecimal.
class NoSecretsTest {
    static List<String> names() {
        return Captures.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void nothingSecretIsPrinted(String name) {
        var packets = Captures.packets(name);
        var printed =
                String.join("\n", Ladder.of(packets, Keys.all()))
                        + Captures.story(name).stream().map(Told::line).toList()
                        + Captures.story(name);
        secrets(name)
                .forEach(
                        secret -> {
                            assertThat(printed).doesNotContain(secret.asText());
                            assertThat(printed).doesNotContain(secret.asHex());
                        });
    }

    /// Shorter ones (an answer "AAAA" of the scripted peer) could stand in a line by chance.
    private static Stream<Bytes> secrets(String name) {
        return Captures.packets(name).stream()
                .flatMap(packet -> Captures.fullFrame(packet).stream())
                .filter(frame -> frame.body().is(FrameType.IAX))
                .flatMap(NoSecretsTest::elements)
                .filter(InformationElement::isSecret)
                .map(InformationElement::value)
                .filter(value -> value.length() > 4);
    }

    private static Stream<InformationElement> elements(FullFrame frame) {
        try {
            return Elements.parse(frame.body().data()).list().stream();
        } catch (MalformedFrame encrypted) {
            return Stream.of();
        }
    }
}

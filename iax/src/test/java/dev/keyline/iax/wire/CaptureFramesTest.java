package dev.keyline.iax.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.trace.Captures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever real peers sent, encrypted or not, encodes back to the same octets.
class CaptureFramesTest {
    static List<String> names() {
        return Captures.names();
    }

    @Test
    void allRecordingsAreHere() {
        assertThat(names()).hasSize(114);
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyDatagramEncodesBack(String name) throws MalformedFrame {
        var packets = Captures.packets(name);
        assertThat(packets).isNotEmpty();
        for (var packet : packets) {
            var frame = Frame.parse(packet.payload().toArray());
            assertThat(Bytes.copyOf(frame.encode())).isEqualTo(packet.payload());
        }
    }
}

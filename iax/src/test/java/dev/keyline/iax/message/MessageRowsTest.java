package dev.keyline.iax.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.trace.Captures;
import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.Writer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every message both ways, then damaged in every simple manner: what comes out is a message that
/// reads the same once written, or [MalformedFrame], and never anything else.
class MessageRowsTest {
    static List<Rows.Row> rows() {
        return Rows.all();
    }

    @Test
    void everyMessageHasARow() {
        var covered = new HashSet<Class<?>>();
        rows().forEach(row -> covered.add(row.message().getClass()));
        assertThat(covered).containsExactlyInAnyOrderElementsOf(kinds(Message.class).toList());
    }

    /// RFC 5456 §8.2.5: they are never sent.
    @Test
    void noMessageIsANullFrame() {
        assertThat(rows())
                .filteredOn(row -> !(row.message() instanceof Unknown))
                .noneMatch(row -> row.body().is(FrameType.NULL));
    }

    /// All records under a sealed interface, at any depth.
    private static Stream<Class<?>> kinds(Class<?> of) {
        return of.isRecord()
                ? Stream.of(of)
                : Arrays.stream(of.getPermittedSubclasses()).flatMap(MessageRowsTest::kinds);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isWrittenAndRead(Rows.Row row) throws MalformedFrame {
        assertThat(row.message().body()).isEqualTo(row.body());
        assertThat(row.message().body().data()).isEqualTo(row.body().data());
        assertThat(Message.read(row.body())).isEqualTo(row.message());
    }

    @Test
    void whatIsSaidToBeRecordedIs() {
        for (var row : rows()) {
            if (row.isRecorded()) {
                var bodies =
                        Captures.packets(row.recording()).stream()
                                .flatMap(packet -> Captures.fullFrame(packet).stream())
                                .map(FullFrame::body);
                assertThat(bodies).as(row.toString()).contains(row.body());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void settlesWhenTruncated(Rows.Row row) {
        for (int length = 0; length < row.body().data().length(); length++) {
            settles(with(row.body(), row.body().data().slice(0, length)));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void settlesWithJunkBehind(Rows.Row row) {
        for (var junk :
                List.of("00", "ff", "0100", "0900", "09ff00", "340161", "ffff", "01023100")) {
            var data = new Writer().bytes(row.body().data()).bytes(Bytes.hex(junk)).toBytes();
            settles(with(row.body(), data));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void settlesWithEachBitFlipped(Rows.Row row) {
        var data = row.body().data().toArray();
        for (int bit = 0; bit < data.length * 8; bit++) {
            var flipped = data.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            settles(with(row.body(), Bytes.copyOf(flipped)));
        }
        for (int bit = 0; bit < 8; bit++) {
            var body = row.body();
            settles(new Body(body.type() ^ (1 << bit), body.subclass(), body.data()));
            settles(new Body(body.type(), body.subclass() ^ (1 << bit), body.data()));
        }
    }

    private static Body with(Body body, Bytes data) {
        return new Body(body.type(), body.subclass(), data);
    }

    static void settles(Body body) {
        try {
            var message = Message.read(body);
            assertThat(Message.read(message.body()))
                    .as("type %d subclass %d %s", body.type(), body.subclass(), hex(body))
                    .isEqualTo(message);
        } catch (MalformedFrame expected) {
            assertThat(expected).hasMessageContaining("at octet");
        }
    }

    private static String hex(Body body) {
        return Arrays.toString(body.data().toArray());
    }
}

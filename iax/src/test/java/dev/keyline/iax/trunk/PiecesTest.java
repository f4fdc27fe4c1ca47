package dev.keyline.iax.trunk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.trace.Captures;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.MetaFrame;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PiecesTest {
    private static final long MILLIS = 1_000_000;

    private static MetaFrame.Trunk envelope(int kind, String entries) {
        return new MetaFrame.Trunk(kind, 20, Bytes.hex(entries));
    }

    @Test
    void bareOnesHaveNumberLengthPayload() {
        assertThat(Bag.of(envelope(0, "0005 0002 aabb 7fff 0001 cc")).pieces)
                .containsExactly(
                        new Bag.Piece(5, -1, Bytes.of(0xAA, 0xBB)),
                        new Bag.Piece(0x7FFF, -1, Bytes.of(0xCC)));
    }

    @Test
    void stampedOnesHaveLengthNumberTime() {
        assertThat(Bag.of(envelope(1, "0002 0005 0014 aabb 0001 0006 ffff cc")).pieces)
                .containsExactly(
                        new Bag.Piece(5, 20, Bytes.of(0xAA, 0xBB)),
                        new Bag.Piece(6, 0xFFFF, Bytes.of(0xCC)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0005 0001 aa 0006 0002 bb, CUT_SHORT, 1",
        "0, 0005 0001 aa 00, CUT_SHORT, 1",
        "0, 0005, CUT_SHORT, 0",
        "0, 0005 ffff aa, CUT_SHORT, 0",
        "1, 0001 0005 0014 aa 0002 0006 0014 bb, CUT_SHORT, 1",
        "1, 0001 0005 00, CUT_SHORT, 0",
        "2, 0005 0001 aa, UNKNOWN_KIND, 0",
        "255, 0005 0001 aa, UNKNOWN_KIND, 0",
        "0, 8005 0001 aa 0006 0001 bb, WHOLE, 1",
        "1, 0001 8005 0014 aa 0001 0006 0014 bb, WHOLE, 1",
    })
    void whatIsDamagedEndsTheEnvelopeAndNotWhatWasBefore(
            int kind, String entries, Pieces.Outcome outcome, int good) {
        var bag = new Bag();
        assertThat(Pieces.read(envelope(kind, entries), bag)).isEqualTo(outcome);
        assertThat(bag.pieces).hasSize(good);
    }

    /// Any octets at all are read to an end, and no piece is longer than what there was.
    @Property(tries = 1000)
    void noiseIsHarmless(@ForAll byte[] entries, @ForAll @IntRange(max = 2) int kind) {
        var bag = Bag.of(new MetaFrame.Trunk(kind, 0, Bytes.copyOf(entries)));
        int read = bag.pieces.stream().mapToInt(piece -> piece.payload().length() + 4).sum();
        assertThat(read).isLessThanOrEqualTo(entries.length);
    }

    /// What we put into a trunk is what a receiver takes out, in order.
    @Property(tries = 200)
    void whatGoesInComesOut(
            @ForAll List<@IntRange(min = 2, max = 0x7FFF) Integer> calls,
            @ForAll boolean timestamps,
            @ForAll @IntRange(min = 172, max = 3999) int mtu) {
        var out = new Bag();
        var settings = new TrunkSettings(20 * MILLIS, mtu, 128_000, timestamps);
        var trunk =
                new Trunk(
                        settings,
                        (octets, length) -> {
                            assertThat(length).isLessThanOrEqualTo(mtu);
                            Pieces.read(Envelopes.read(octets, length), out);
                        });
        var in = new ArrayList<Bag.Piece>();
        for (int call : calls) {
            var payload = Bytes.copyOf(new byte[call % 150]);
            int stamp = in.size() * 20;
            in.add(new Bag.Piece(call, timestamps ? stamp & 0xFFFF : -1, payload));
            assertThat(Envelopes.add(trunk, call, stamp, payload, 0)).isTrue();
        }
        trunk.wake(20 * MILLIS);
        assertThat(out.pieces).isEqualTo(in);
    }

    /// Asterisk's envelopes of a recording: taken apart, and put together again octet for octet.
    @ParameterizedTest
    @CsvSource({"trunk-no-timestamps, false, 14", "trunk-timestamps, true, 14"})
    void recordedEnvelopesAreReadAndMadeAgain(String name, boolean timestamps, int most)
            throws MalformedFrame {
        int envelopes = 0;
        for (var packet : Captures.packets(name)) {
            if (Frame.parse(packet.payload().toArray()) instanceof MetaFrame.Trunk envelope) {
                envelopes++;
                assertThat(remade(envelope, timestamps)).isEqualTo(envelope.entries());
            }
        }
        assertThat(envelopes).isBetween(5, most);
    }

    private static Bytes remade(MetaFrame.Trunk envelope, boolean timestamps) {
        var out = new ArrayList<MetaFrame.Trunk>();
        var settings = new TrunkSettings(20 * MILLIS, 1240, 128_000, timestamps);
        var trunk = new Trunk(settings, Envelopes.into(out));
        for (var piece : Bag.of(envelope).pieces) {
            Envelopes.add(trunk, piece.source(), piece.timestamp(), piece.payload(), 0);
        }
        trunk.wake(20 * MILLIS);
        assertThat(out).hasSize(1);
        assertThat(out.getFirst().kind()).isEqualTo(envelope.kind());
        return out.getFirst().entries();
    }
}

package dev.keyline.iax.wire;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FramePropertiesTest {
    @Property
    void whateverParsesEncodesBack(@ForAll @Size(max = 60) byte[] octets) {
        FrameRowsTest.settles(Bytes.copyOf(octets));
    }

    @Property
    void aFullFrameIsReadAsWritten(@ForAll("fullFrames") FullFrame frame) throws MalformedFrame {
        assertThat(Frame.parse(frame.encode())).isEqualTo(frame);
    }

    @Property
    void aMiniFrameIsReadAsWritten(
            @ForAll @IntRange(min = 1, max = 0x7FFF) int call,
            @ForAll @IntRange(min = 0, max = 0xFFFF) int stamp,
            @ForAll @Size(max = 200) byte[] payload)
            throws MalformedFrame {
        var frame = new MiniFrame(new CallNumber(call), stamp, Bytes.copyOf(payload));
        assertThat(Frame.parse(frame.encode())).isEqualTo(frame);
    }

    @Property
    void elementsEncodeBack(@ForAll @Size(max = 60) byte[] octets) {
        try {
            var data = Bytes.copyOf(octets);
            assertThat(Elements.parse(data).encode()).isEqualTo(data);
        } catch (MalformedFrame expected) {
            assertThat(expected).hasMessageContaining("element");
        }
    }

    @Property
    void aFormatIsReadAsWritten(@ForAll @IntRange(min = 0, max = 63) int exponent) {
        var body = Body.ofFormat(FrameType.VOICE, 1L << exponent, Bytes.EMPTY);
        assertThat(body.value()).isEqualTo(1L << exponent);
    }

    @Property
    void stepsCountForwardAroundTheWrap(
            @ForAll @IntRange(min = 0, max = 255) int start,
            @ForAll @IntRange(min = 0, max = 255) int steps) {
        var number = new SeqNo(start);
        for (int i = 0; i < steps; i++) {
            number = number.next();
        }
        assertThat(number.since(new SeqNo(start))).isEqualTo(steps);
    }

    @Provide
    Arbitrary<FullFrame> fullFrames() {
        var call = Arbitraries.integers().between(0, CallNumber.MAX).map(CallNumber::new);
        var octet = Arbitraries.integers().between(0, 255);
        var data = Arbitraries.bytes().array(byte[].class).ofMaxSize(40).map(Bytes::copyOf);
        var body = Combinators.combine(octet, octet, data).as(Body::new);
        return Combinators.combine(
                        call,
                        call,
                        Arbitraries.of(true, false),
                        Arbitraries.integers(),
                        octet.map(SeqNo::new),
                        octet.map(SeqNo::new),
                        body)
                .as(FullFrame::new);
    }
}

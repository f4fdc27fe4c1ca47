package dev.keyline.audio.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.audio.Sounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class G711Test {
    /// ITU-T G.711 table 2: with every bit turned over, value n of segment s is 2^s * (2n + 33) -
    /// 33, in 14 bits.
    @Test
    void everyUlawOctetIsTheValueOfTable2() {
        for (int octet = 0; octet < 256; octet++) {
            int code = octet ^ 0xFF;
            int segment = (code / 16) % 8;
            int value = (1 << segment) * ((2 * (code % 16)) + 33) - 33;
            int expected = 4 * (code < 128 ? value : -value);
            assertThat(G711.fromUlaw(octet)).as("octet %02x", octet).isEqualTo((short) expected);
        }
    }

    /// ITU-T G.711 table 1: with even bits turned over, value n of segment s is 2n + 1 in the first
    /// and 2^(s-1) * (2n + 33) in the others, in 13 bits.
    @Test
    void everyAlawOctetIsTheValueOfTable1() {
        for (int octet = 0; octet < 256; octet++) {
            int code = octet ^ 0x55;
            int segment = (code / 16) % 8;
            int place = 2 * (code % 16);
            int value = segment == 0 ? place + 1 : (1 << (segment - 1)) * (place + 33);
            int expected = 8 * (code >= 128 ? value : -value);
            assertThat(G711.fromAlaw(octet)).as("octet %02x", octet).isEqualTo((short) expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, ff",
        "1000, ce",
        "-1000, 4e",
        "32767, 80",
        "-32768, 00",
        "8031, a0",
        "-8031, 20"
    })
    void samplesBecomeTheseUlawOctets(short sample, String hex) {
        assertThat(G711.toUlaw(sample)).isEqualTo((byte) Integer.parseInt(hex, 16));
    }

    @ParameterizedTest
    @CsvSource({"0, d5", "-1, 55", "1000, fa", "-1000, 7a", "32767, aa", "-32768, 2a", "8031, 8a"})
    void samplesBecomeTheseAlawOctets(short sample, String hex) {
        assertThat(G711.toAlaw(sample)).isEqualTo((byte) Integer.parseInt(hex, 16));
    }

    @Test
    void everyOctetSurvivesButUlawsSecondZero() {
        for (int octet = 0; octet < 256; octet++) {
            int ulaw = octet == 0x7F ? 0xFF : octet;
            assertThat(G711.toUlaw(G711.fromUlaw(octet)) & 0xFF).isEqualTo(ulaw);
            assertThat(G711.toAlaw(G711.fromAlaw(octet)) & 0xFF).isEqualTo(octet);
        }
    }

    /// The decision values of G.711 lie half a step to either side of each value, the step being
    /// that of the segment.
    @Test
    void everySampleLiesWithinHalfAStepOfItsOctet() {
        for (int sample = -32635; sample <= 32635; sample++) {
            byte ulaw = G711.toUlaw((short) sample);
            byte alaw = G711.toAlaw((short) sample);
            int ulawHalf = 4 << ((~ulaw >> 4) & 7);
            int alawHalf = 8 << Math.max(0, (((alaw ^ 0x55) >> 4) & 7) - 1);

            assertThat(Math.abs(G711.fromUlaw(ulaw) - sample)).isLessThanOrEqualTo(ulawHalf);
            assertThat(Math.abs(G711.fromAlaw(alaw) - sample)).isLessThanOrEqualTo(alawHalf);
        }
    }

    @Test
    void louderSamplesNeverDecodeSofter() {
        for (int sample = Short.MIN_VALUE; sample < Short.MAX_VALUE; sample++) {
            short next = (short) (sample + 1);
            assertThat(G711.fromUlaw(G711.toUlaw(next)))
                    .isGreaterThanOrEqualTo(G711.fromUlaw(G711.toUlaw((short) sample)));
            assertThat(G711.fromAlaw(G711.toAlaw(next)))
                    .isGreaterThanOrEqualTo(G711.fromAlaw(G711.toAlaw((short) sample)));
        }
    }

    @Test
    void speechKeepsTheQualityG711IsKnownFor() {
        short[] speech = Sounds.speech(1, 16000);

        assertThat(Sounds.signalToNoise(speech, Codec.ULAW.decode(Codec.ULAW.encode(speech))))
                .isBetween(33.0, 42.0);
        assertThat(Sounds.signalToNoise(speech, Codec.ALAW.decode(Codec.ALAW.encode(speech))))
                .isBetween(33.0, 42.0);
    }
}

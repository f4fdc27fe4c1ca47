package dev.keyline.iax.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MediaFormatTest {
    @ParameterizedTest
    @CsvSource({
        "G723, 0x1, B",
        "GSM, 0x2, C",
        "ULAW, 0x4, D",
        "ALAW, 0x8, E",
        "G726AAL2, 0x10, N",
        "SLIN, 0x40, H",
        "G729, 0x100, J",
        "SPEEX, 0x200, K",
        "ILBC, 0x400, M",
        "G726, 0x800, F",
        "G722, 0x1000, O",
        "SLIN16, 0x8000, P",
        "JPEG, 0x10000, Q",
        "H261, 0x40000, S",
        "VP8, 0x800000, g",
        "T140, 0x8000000, Y",
        "G719, 0x100000000, ]",
        "SPEEX16, 0x200000000, L",
        "OPUS, 0x400000000, f"
    })
    void hasAsterisksBitAndLetter(MediaFormat format, String bit, char letter) {
        assertThat(format.bit()).isEqualTo(Long.decode(bit));
        assertThat(format.letter()).isEqualTo(letter);
    }

    @ParameterizedTest
    @EnumSource
    void isFoundAgain(MediaFormat format) {
        assertThat(MediaFormat.ofBit(format.bit())).isEqualTo(format);
        assertThat(MediaFormat.ofName(format.asteriskName())).isEqualTo(format);
        assertThat(MediaFormat.ofName(format.name())).isEqualTo(format);
        assertThat(MediaFormat.ofLetter(format.letter())).isEqualTo(format);
    }

    @Test
    void whatNobodyAssignedIsNotFound() {
        assertThat(MediaFormat.ofBit(0)).isNull();
        assertThat(MediaFormat.ofBit(6)).isNull();
        assertThat(MediaFormat.ofBit(1L << 47)).isNull();
        assertThat(MediaFormat.ofName("mp3")).isNull();
        assertThat(MediaFormat.ofLetter('A')).isNull();
        assertThat(MediaFormat.ofLetter('\\')).isNull();
    }

    @ParameterizedTest
    @CsvSource({"slinear, SLIN", "G723.1, G723", "g722.1c, SIREN14", "red, T140RED"})
    void aliasesAreTaken(String alias, MediaFormat format) {
        assertThat(MediaFormat.ofName(alias)).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource({
        "0x4E, ULAW",
        "0x4A, ALAW",
        "0x1042, G722",
        "0x42, SLIN",
        "0x101, G729",
        "0x1, G723",
        "0x600000000, SPEEX16"
    })
    void theBestIsAsterisksChoice(String mask, MediaFormat best) {
        assertThat(MediaFormat.best(Long.decode(mask))).isEqualTo(best);
    }

    @Test
    void picturesAreNeverBest() {
        assertThat(MediaFormat.best(0)).isNull();
        assertThat(MediaFormat.best(MediaFormat.H264.bit() | MediaFormat.JPEG.bit())).isNull();
    }

    @Test
    void everySoundIsSomebodysBest() {
        assertThat(Arrays.stream(MediaFormat.values()).filter(MediaFormat::isAudio))
                .allMatch(one -> MediaFormat.best(one.bit()) == one);
    }

    @Test
    void masksHaveNames() {
        assertThat(Formats.names(0x104e)).isEqualTo("gsm|ulaw|alaw|slin|g722");
        assertThat(Formats.names(0)).isEqualTo("nothing");
        assertThat(Formats.names(4 | (1L << 47))).isEqualTo("ulaw|0x800000000000");
    }

    @Test
    void preferencesAreLetters() {
        var list = List.of(MediaFormat.ULAW, MediaFormat.ALAW, MediaFormat.GSM);
        assertThat(Formats.letters(list)).isEqualTo("DEC");
        assertThat(Formats.preferences("DEC")).isEqualTo(list);
    }

    @Test
    void unknownAndRepeatedLettersAreSkipped() {
        assertThat(Formats.preferences("D\u007fA\\DEz"))
                .containsExactly(MediaFormat.ULAW, MediaFormat.ALAW);
    }

    @Test
    void onlySoManyLettersAreRead() {
        assertThat(Formats.preferences("A".repeat(31) + "DE")).containsExactly(MediaFormat.ULAW);
    }

    @Test
    void anOfferIsMadeFromAList() {
        assertThat(MediaOffer.of(List.of(MediaFormat.GSM, MediaFormat.ULAW)))
                .isEqualTo(new MediaOffer(6, 2, List.of(MediaFormat.GSM, MediaFormat.ULAW)));
    }
}

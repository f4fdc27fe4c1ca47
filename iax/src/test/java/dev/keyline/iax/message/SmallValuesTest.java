package dev.keyline.iax.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyline.iax.wire.Bytes;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SmallValuesTest {
    @Test
    void aDateIsPackedAsAsteriskDoes() {
        var date = new DateTime(2026, 1, 2, 3, 4, 6);
        assertThat(date.packed()).isEqualTo(0x34221883);
        assertThat(DateTime.of(0x34221883)).isEqualTo(date).hasToString("2026-01-02 03:04:06");
    }

    @Test
    void oddSecondsLoseOne() {
        assertThat(DateTime.of(new DateTime(2030, 12, 31, 23, 59, 59).packed()))
                .hasToString("2030-12-31 23:59:58");
    }

    @Test
    void addressesReadAsUsual() {
        assertThat(new ApparentAddress(Bytes.of(192, 0, 2, 1), 4569)).hasToString("192.0.2.1:4569");
        assertThat(new ApparentAddress(Bytes.hex("20010db8000000000000000000000001"), 4569))
                .hasToString("[2001:db8:0:0:0:0:0:1]:4569");
        assertThat(ApparentAddress.NONE).hasToString("none");
    }

    @Test
    void addressesOfOddSizeAreRefused() {
        assertThatThrownBy(() -> new ApparentAddress(Bytes.of(1, 2, 3), 4569))
                .hasMessageContaining("not 3 octets and port 4569");
        assertThatThrownBy(() -> new ApparentAddress(Bytes.of(1, 2, 3, 4), 65536))
                .hasMessageContaining("port 65536");
    }

    @Test
    void indicationsAreFoundByTheirDecodedSubclass() {
        assertThat(Arrays.stream(Indication.values()).filter(i -> i != Indication.STOP_SOUNDS))
                .allMatch(one -> Indication.of(one.octet()) == one);
        assertThat(Indication.of(-1)).isEqualTo(Indication.STOP_SOUNDS);
        assertThat(Indication.of(255)).isNull();
    }

    @Test
    void aTokenReplacesTheEmptyOne() {
        var request = new RegisterRequest("u", 60, new AuthResult.None(), Bytes.EMPTY);
        assertThat(request.withCallToken(Bytes.of(1)))
                .isEqualTo(new RegisterRequest("u", 60, new AuthResult.None(), Bytes.of(1)));
    }

    @Test
    void textsAreCutBetweenCharacters() {
        assertThat(Texts.beginning("a\u20acb", 3)).isEqualTo("a");
        assertThat(Texts.beginning("a\u20acb", 4)).isEqualTo("a\u20ac");
        assertThat(Texts.cut("a".repeat(79) + "\ud83d\ude00")).isEqualTo("a".repeat(79));
    }
}

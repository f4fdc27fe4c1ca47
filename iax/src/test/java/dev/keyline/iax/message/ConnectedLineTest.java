package dev.keyline.iax.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.wire.Bytes;
import org.junit.jupiter.api.Test;

/// Control frames in parts: who is connected, who redirected.
class ConnectedLineTest {
    private static final ConnectedLine BOB = new ConnectedLine("1002", "Bob", 0x20, 0x10);
    private static final Redirecting AWAY = new Redirecting("1002", "Bob", "1003", "Carol", 10, 2);

    @Test
    void whatIsWrittenIsRead() {
        assertThat(ConnectedLine.read(BOB.write())).contains(BOB);
        assertThat(ConnectedLine.read(ConnectedLine.NONE.write())).contains(ConnectedLine.NONE);
        assertThat(Redirecting.read(AWAY.write())).contains(AWAY);
        assertThat(Redirecting.read(Redirecting.NONE.write())).contains(Redirecting.NONE);
    }

    @Test
    void theFirstLayoutHasNoFlags() {
        // number 1002, name Bob, presentation of both 0x21
        var old = Bytes.hex("000431303032" + "0103426f62" + "030121");
        assertThat(ConnectedLine.read(old)).contains(new ConnectedLine("1002", "Bob", 0x21, 0));
    }

    @Test
    void whatIsMarkedInvalidDoesNotCount() {
        var hidden = Bytes.hex("0a0102" + "000431303032" + "0e0100" + "0103426f62" + "0b0101");
        assertThat(ConnectedLine.read(hidden)).map(ConnectedLine::number).contains("");
        assertThat(ConnectedLine.read(hidden)).map(ConnectedLine::name).contains("Bob");
    }

    @Test
    void wherePartsOverrunNothingIsBelieved() {
        var whole = BOB.write();
        assertThat(ConnectedLine.read(whole.slice(0, whole.length() - 1))).isEmpty();
        assertThat(ConnectedLine.read(Bytes.hex("000431"))).isEmpty();
        assertThat(ConnectedLine.read(Bytes.hex("00"))).isEmpty();
        assertThat(Redirecting.read(Bytes.hex("0801"))).isEmpty();
    }

    @Test
    void oddSizesAndStrangersArePassedOver() {
        var odd = Bytes.hex("02020011" + "ff03010203" + "0103426f62");
        assertThat(ConnectedLine.read(odd)).contains(new ConnectedLine("", "Bob", 0, 0));
    }

    @Test
    void controlCharactersAreTakenOut() {
        assertThat(ConnectedLine.read(Bytes.hex("0104420a6f62")))
                .map(ConnectedLine::name)
                .contains("Bob");
    }
}

package dev.keyline.tools.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.message.AuthReply;
import dev.keyline.iax.message.AuthResult;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.MetaFrame;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.iax.wire.SeqNo;
import dev.keyline.pbx.command.Server.Debug;
import dev.keyline.pbx.ledger.ExchangeEvent;
import dev.keyline.pbx.ledger.Journal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Frames in the log.
class FrameLogTest {
    private static final PeerAddress WEST = PeerAddress.ofIPv4("192.0.2.1", 4569);
    private static final PeerAddress EAST = PeerAddress.ofIPv4("192.0.2.2", 4569);
    private static final String DIGEST = "0123456789abcdef0123456789abcdef";

    private final List<String> log = new ArrayList<>();
    private final FrameLog frames =
            new FrameLog(
                    new Journal(
                            new Journal.Sink() {
                                @Override
                                public void logged(Journal.Level level, String text) {
                                    log.add(text);
                                }

                                @Override
                                public void happened(ExchangeEvent event) {}
                            }));

    private void pass(boolean sent, PeerAddress peer) {
        var body = new AuthReply(new AuthResult.Md5(DIGEST)).body();
        var frame =
                new FullFrame(
                        new CallNumber(5),
                        new CallNumber(6),
                        false,
                        9,
                        SeqNo.ZERO,
                        SeqNo.ZERO,
                        body);
        var octets = frame.encode();
        frames.saw(sent, peer, octets, octets.length, 1);
    }

    @Test
    void nothingIsShownUnlessWanted() {
        pass(true, WEST);
        assertThat(log).isEmpty();
    }

    @Test
    void aFrameIsShownWithoutItsAnswer() {
        frames.show(new Debug.On());
        pass(true, WEST);
        pass(false, WEST);
        assertThat(log)
                .containsExactly(
                        "Tx-Frame Retry[000] -- OSeqno: 000 ISeqno: 000 Type: IAX     Subclass: AUTHREP",
                        "   Timestamp: 00009ms  SCall: 00005  DCall: 00006 192.0.2.1:4569",
                        "   MD5 RESULT      : 32 bytes",
                        "",
                        "Rx-Frame Retry[ No] -- OSeqno: 000 ISeqno: 000 Type: IAX     Subclass: AUTHREP",
                        "   Timestamp: 00009ms  SCall: 00005  DCall: 00006 192.0.2.1:4569",
                        "   MD5 RESULT      : 32 bytes",
                        "");
    }

    @Test
    void oneHostAloneCanBeShown() {
        frames.show(new Debug.Host("192.0.2.2"));
        pass(true, WEST);
        pass(true, EAST);
        assertThat(log).hasSize(4).noneMatch(l -> l.contains("192.0.2.1"));
        frames.show(new Debug.Off());
        pass(true, EAST);
        assertThat(log).hasSize(4);
    }

    @Test
    void envelopesOfTrunksAreShownWhenWanted() {
        var entries = Bytes.hex("0005 0002 ffff");
        var octets = new MetaFrame.Trunk(0, 20, entries).encode();
        frames.saw(true, WEST, octets, octets.length, 1);
        assertThat(log).isEmpty();
        frames.showTrunks(true);
        frames.saw(true, WEST, octets, octets.length, 1);
        assertThat(log)
                .singleElement()
                .asString()
                .startsWith("Tx 192.0.2.1:4569 TRUNK voice of 1 call");
    }

    @Test
    void voiceAndNoiseAreLeftOut() {
        frames.show(new Debug.On());
        frames.saw(false, WEST, new byte[] {0, 5, 1, 2, 3}, 5, 1);
        frames.saw(false, WEST, new byte[0], 0, 1);
        assertThat(log).isEmpty();
        frames.saw(false, WEST, new byte[] {(byte) 0x80}, 1, 1);
        assertThat(log).isEmpty();
    }
}

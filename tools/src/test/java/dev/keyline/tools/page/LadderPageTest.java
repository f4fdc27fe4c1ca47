package dev.keyline.tools.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.call.Destination;
import dev.keyline.iax.message.CallerId;
import dev.keyline.iax.message.Hangup;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.MediaOffer;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.trace.Packet;
import dev.keyline.iax.trace.PeerEnd;
import dev.keyline.iax.trace.SignatureCheck;
import dev.keyline.iax.trace.Story;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.MiniFrame;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.iax.wire.SeqNo;
import dev.keyline.tools.capture.Exchanges;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The page of a capture.
class LadderPageTest {
    private static final PeerEnd A = PeerEnd.of(192, 0, 2, 1, 4569);
    private static final PeerEnd B = PeerEnd.of(192, 0, 2, 2, 4569);
    private static final String HOSTILE = "<script>alert('x')</script>\"&";

    private final Story story = new Story(SignatureCheck.NONE);
    private final LadderPage page = new LadderPage("a<b>.pcap", new Exchanges(SignatureCheck.NONE));

    private void pass(long millis, PeerEnd from, PeerEnd to, byte[] datagram) {
        var packet = new Packet(millis * 1_000_000, from, to, Bytes.copyOf(datagram));
        page.add(story.tell(packet));
    }

    private static byte[] full(int from, int to, int number, Message message) {
        return new FullFrame(
                        new CallNumber(from),
                        new CallNumber(to),
                        false,
                        number * 10,
                        new SeqNo(number),
                        SeqNo.ZERO,
                        message.body())
                .encode();
    }

    private void call(String caller) {
        var to =
                Destination.of(
                        PeerAddress.ofIPv4("192.0.2.2", 4569),
                        "600",
                        null,
                        Credentials.none("alice"),
                        MediaOffer.of(List.of(MediaFormat.ULAW)));
        var from =
                new Destination(
                        to.to(),
                        to.number(),
                        to.context(),
                        to.credentials(),
                        CallerId.of("100", caller),
                        to.media(),
                        to.language(),
                        false,
                        to.variables(),
                        null,
                        to.encryption());
        pass(0, A, B, full(5, 0, 0, from.request()));
    }

    private void voice(int blocks) {
        for (int i = 0; i < blocks; i++) {
            pass(
                    100 + i * 20,
                    A,
                    B,
                    new MiniFrame(new CallNumber(5), i * 20, Bytes.of(1)).encode());
        }
    }

    @Test
    void whatAStrangerSentIsNothingButText() {
        call(HOSTILE);
        pass(50, B, A, full(6, 5, 0, new Hangup(HOSTILE, 16)));
        assertThat(page.html())
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;")
                .doesNotContain("<script>alert")
                .contains("<title>a&lt;b&gt;.pcap");
    }

    @Test
    void aFrameShowsItsElementsAndItsOctets() {
        call("Alice");
        assertThat(page.html())
                .contains("<th scope=\"row\">CALLING NAME</th><td>Alice</td>")
                .containsPattern("(?m)^<details.*<pre>000  80 05 00 00 .*$")
                .containsPattern("(?m)^010  ");
    }

    @Test
    void voiceIsOneRowForEachRun() {
        call("Alice");
        voice(50);
        pass(1100, B, A, full(6, 5, 0, new Hangup("", 16)));
        assertThat(page.html()).containsOnlyOnce("voice, 50 frames, 1.0 s").contains("52 frames");
    }

    @Test
    void itNeedsNothingFromElsewhere() {
        call("Alice");
        assertThat(page.html())
                .doesNotContainPattern("(?i)(src|href)=\"(?!#|data:)")
                .doesNotContain(
                        "@TITLE@", "@SECTIONS@", "@CONTENTS@", "@COUNTS@", "@import", "url(");
    }

    @Test
    void aHugeCaptureIsCutWithASentence() {
        call("Alice");
        for (int i = 0; i <= LadderPage.MOST_ROWS; i++) {
            pass(i, B, A, full(6, 5, i & 0xFF, new dev.keyline.iax.message.Text("x" + i)));
        }
        assertThat(page.html()).contains("frames are left out, because a page holds 20000 rows");
    }
}

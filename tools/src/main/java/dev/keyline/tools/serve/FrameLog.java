package dev.keyline.tools.serve;

import dev.keyline.iax.net.Tap;
import dev.keyline.iax.trace.Packet;
import dev.keyline.iax.trace.PeerEnd;
import dev.keyline.iax.trace.SignatureCheck;
import dev.keyline.iax.trace.Story;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.command.Server.Debug;
import dev.keyline.pbx.ledger.Journal;
import java.util.Arrays;

/// Frames in the log (`iax2 set debug`): one line for each full frame, told as `keyline trace`
/// does, without secrets, answers and tokens. While it is off, a frame costs one look at a field.
public final class FrameLog implements Tap {
    /// The bit that tells a full frame from a mini frame.
    private static final int FULL = 0x80;

    /// Frames after which the story begins anew, because it remembers every call it told of.
    private static final int CHAPTER = 10_000;

    private static final PeerEnd US = PeerEnd.of(0, 0, 0, 0, 0);

    private final Journal journal;
    private volatile Debug what = new Debug.Off();
    private Story story = new Story(SignatureCheck.NONE);
    private int told;

    public FrameLog(Journal journal) {
        this.journal = journal;
    }

    /// Shows these from now on.
    public void show(Debug wanted) {
        what = wanted;
    }

    @Override
    public void saw(boolean sent, PeerAddress peer, byte[] datagram, int length, long now) {
        switch (what) {
            case Debug.Off _ -> {}
            case Debug.On _ -> tell(sent, peer, datagram, length, now);
            case Debug.Host(var ip) -> {
                if (peer.host().equals(ip)) {
                    tell(sent, peer, datagram, length, now);
                }
            }
        }
    }

    private void tell(boolean sent, PeerAddress peer, byte[] datagram, int length, long now) {
        if (length < 1 || (datagram[0] & FULL) == 0) {
            return;
        }
        if (++told % CHAPTER == 0) {
            story = new Story(SignatureCheck.NONE);
        }
        var them = new PeerEnd(peer.ip(), peer.port());
        var octets = Bytes.copyOf(Arrays.copyOf(datagram, length));
        var packet = sent ? new Packet(now, US, them, octets) : new Packet(now, them, US, octets);
        journal.notice((sent ? "Tx " : "Rx ") + peer + " " + story.tell(packet).text());
    }
}

package dev.keyline.tools.serve;

import dev.keyline.iax.net.Tap;
import dev.keyline.iax.trace.Dump;
import dev.keyline.iax.trace.Line;
import dev.keyline.iax.trace.PeerEnd;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.MetaFrame;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.command.Server.Debug;
import dev.keyline.pbx.ledger.Journal;
import java.util.Arrays;

/// Frames in the log (`iax2 set debug`), each as Asterisk prints it, without answers, tokens and
/// keys; `keyline trace` tells the same as a story. While it is off, a frame costs one look at a
/// field.
public final class FrameLog implements Tap {
    private final Journal journal;
    private volatile Debug what = new Debug.Off();
    private volatile boolean trunks;

    public FrameLog(Journal journal) {
        this.journal = journal;
    }

    /// Shows these from now on.
    public void show(Debug wanted) {
        what = wanted;
    }

    /// Shows the envelopes of trunks from now on, or no more.
    public void showTrunks(boolean on) {
        trunks = on;
    }

    @Override
    public void saw(boolean sent, PeerAddress peer, byte[] datagram, int length, long now) {
        if (trunks && length >= 2 && datagram[0] == 0 && datagram[1] == 0) {
            tellTrunk(sent, peer, datagram, length);
        }
        switch (what) {
            case Debug.Off _ -> {}
            case Debug.On _ -> tell(sent, peer, datagram, length);
            case Debug.Host(var ip) -> {
                if (peer.host().equals(ip)) {
                    tell(sent, peer, datagram, length);
                }
            }
        }
    }

    private void tell(boolean sent, PeerAddress peer, byte[] datagram, int length) {
        var them = new PeerEnd(peer.ip(), peer.port());
        Dump.of(sent, them, Arrays.copyOf(datagram, length)).forEach(journal::notice);
    }

    /// A full frame begins with a set bit, a mini frame with the number of a call: only a meta
    /// frame begins with two octets of zero.
    private void tellTrunk(boolean sent, PeerAddress peer, byte[] datagram, int length) {
        try {
            if (Frame.parse(datagram, length) instanceof MetaFrame.Trunk trunk) {
                journal.notice((sent ? "Tx " : "Rx ") + peer + " " + Line.words(trunk));
            }
        } catch (MalformedFrame malformed) {
            journal.notice("Rx " + peer + " no trunk: " + malformed.getMessage());
        }
    }
}

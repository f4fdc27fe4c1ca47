package dev.keyline.tools.console;

import dev.keyline.iax.net.Tap;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The datagrams of the port, for those who look on from elsewhere (`keyline trace --listen`).
/// While nobody does, a datagram costs one look at a list.
///
/// They go as they are, secrets in clear included, over a socket that only the owner of the process
/// may open; the one who shows them leaves out what opens doors.
public final class FrameFeeds implements Tap {
    private final Tap also;
    private final List<Feed> feeds = new CopyOnWriteArrayList<>();

    /// @param also who sees them as well
    public FrameFeeds(Tap also) {
        this.also = also;
    }

    /// Sends each datagram from now on as a line, [SeenFrame#parse] reads it.
    ///
    /// @return to be closed when nobody looks any more
    public Feed watch(Consumer<String> reader) {
        var feed = new Feed(reader, SeenFrame::lost, feeds::remove);
        feeds.add(feed);
        return feed;
    }

    @Override
    public void saw(boolean sent, PeerAddress peer, byte[] datagram, int length, long now) {
        also.saw(sent, peer, datagram, length, now);
        if (!feeds.isEmpty()) {
            var octets = Bytes.copyOf(datagram, 0, length);
            var line = new SeenFrame.Datagram(now, sent, peer, octets).line();
            feeds.forEach(feed -> feed.offer(line));
        }
    }
}

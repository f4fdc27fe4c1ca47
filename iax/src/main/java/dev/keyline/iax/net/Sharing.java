package dev.keyline.iax.net;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/// Opens the same addresses for each loop of a port. Linux divides the peers among the sockets of
/// an address, by address and port of both ends, and a peer stays where it is.
///
/// Who asks for SO_REUSEPORT before he binds gets in wherever somebody of his own did, another
/// exchange for one, and takes a part of its calls. So the first loop binds without, and is refused
/// where anybody is; only then the address is opened for the others. It stays open: Linux looks at
/// the same mark when a datagram comes, and would give everything to one of the sockets without it.
/// What can still get in is a program of the same user that asks to share.
final class Sharing {
    private static final Logger LOG = System.getLogger(Port.class.getName());

    private Sharing() {}

    /// One set of sockets for each loop, all at the same addresses.
    ///
    /// @throws IOException when an address is taken or not ours; none is bound then
    static List<Sockets> open(List<InetSocketAddress> binds, PortSettings settings)
            throws IOException {
        int loops = loops(settings.threads(), System.getProperty("os.name"));
        var opened = new ArrayList<Sockets>();
        try {
            opened.add(Sockets.open(binds, settings));
            if (loops > 1) {
                opened.getFirst().share();
            }
            while (opened.size() < loops) {
                opened.add(opened.getFirst().beside(settings));
            }
            return List.copyOf(opened);
        } catch (IOException e) {
            for (var sockets : opened) {
                sockets.gate().close();
            }
            throw e;
        }
    }

    /// How many loops there will be on this system. Others than Linux know SO_REUSEPORT as well,
    /// and give everything to one of the sockets.
    static int loops(int threads, String system) {
        if (threads > 1 && !system.equals("Linux")) {
            LOG.log(
                    Level.WARNING,
                    "threads={0} has no effect, one loop serves the port: {1} does not divide what"
                            + " comes to a port among several sockets",
                    threads,
                    system);
            return 1;
        }
        return threads;
    }
}

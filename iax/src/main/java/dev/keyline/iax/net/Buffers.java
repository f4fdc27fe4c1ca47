package dev.keyline.iax.net;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Says, once for each limit, when the kernel gives a socket less memory than was asked for.
final class Buffers {
    private static final Logger LOG = System.getLogger(Port.class.getName());

    /// For the whole process, since the limit is that of the machine.
    static final Buffers USUAL = new Buffers();

    private final Set<String> said = ConcurrentHashMap.newKeySet();

    void receiving(int asked, int granted) {
        check("receive", "net.core.rmem_max", asked, granted);
    }

    void sending(int asked, int granted) {
        check("send", "net.core.wmem_max", asked, granted);
    }

    private void check(String what, String sysctl, int asked, int granted) {
        if (granted < asked && said.add(sysctl)) {
            LOG.log(Level.WARNING, words(what, sysctl, asked, granted));
        }
    }

    private static String words(String what, String sysctl, int asked, int granted) {
        return "the kernel gives a UDP port %d KiB to %s, of %d KiB asked for: bursts may be lost;"
                        .formatted(granted >> 10, what, asked >> 10)
                + " on Linux raise the limit by: sysctl -w %s=%d".formatted(sysctl, asked);
    }
}

package dev.keyline.iax.net;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Says, once for each limit, when the kernel gives a socket less memory than was asked for.
final class Buffers {
    private static final Logger LOG = System.getLogger(Port.class.getName());
    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private Buffers() {}

    static void receiving(int asked, int granted) {
        check("receive", "net.core.rmem_max", asked, granted);
    }

    static void sending(int asked, int granted) {
        check("send", "net.core.wmem_max", asked, granted);
    }

    private static void check(String what, String sysctl, int asked, int granted) {
        if (granted < asked && SAID.add(sysctl)) {
            LOG.log(Level.WARNING, words(what, sysctl, asked, granted));
        }
    }

    static String words(String what, String sysctl, int asked, int granted) {
        return "the kernel gives the UDP port %d KiB to %s, of %d KiB asked for: bursts may be lost;"
                        .formatted(granted >> 10, what, asked >> 10)
                + " on Linux raise the limit by: sysctl -w %s=%d".formatted(sysctl, asked);
    }
}

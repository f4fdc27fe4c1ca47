package dev.keyline.iax.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class BuffersTest {
    private static final int ASKED = 4 << 20;

    /// Keeps what a port says.
    private static final class Kept extends Handler {
        private final ArrayList<String> lines = new ArrayList<>();

        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().equals(Level.WARNING)) {
                lines.add(line.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void aCapIsSaidOnceForEachDirectionWithItsCure() {
        var logger = Logger.getLogger(Port.class.getName());
        var kept = new Kept();
        logger.addHandler(kept);
        try {
            var buffers = new Buffers();
            buffers.receiving(ASKED, ASKED);
            buffers.receiving(ASKED, 208 << 10);
            buffers.receiving(ASKED, 208 << 10);
            buffers.sending(ASKED, 100 << 10);
        } finally {
            logger.removeHandler(kept);
        }
        assertThat(kept.lines)
                .containsExactly(
                        "the kernel gives a UDP port 208 KiB to receive, of 4096 KiB asked for: bursts"
                                + " may be lost; on Linux raise the limit by:"
                                + " sysctl -w net.core.rmem_max=4194304",
                        "the kernel gives a UDP port 100 KiB to send, of 4096 KiB asked for: bursts"
                                + " may be lost; on Linux raise the limit by:"
                                + " sysctl -w net.core.wmem_max=4194304");
    }
}

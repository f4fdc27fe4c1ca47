package dev.keyline.iax.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A steady stream of datagrams makes no objects.
@Timeout(60)
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int DATAGRAMS = 100_000;

    private final byte[] octets = new byte[164];
    private int heard;
    private final Inbox inbox = (_, _, _) -> heard++;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSteadyStreamMakesNoObjects(boolean batched) throws IOException {
        assumeTrue(!batched || Linux.isCallable(), "batches need Linux and native access");
        var settings = PortSettings.USUAL.withBatched(batched);
        try (var a = new Station(settings, "127.0.0.1");
                var b = new Station(settings, "127.0.0.1")) {
            stream(a, b);
            long before = THREADS.getCurrentThreadAllocatedBytes();
            stream(a, b);
            long made = THREADS.getCurrentThreadAllocatedBytes() - before;
            // The smallest object for each would be 1.6 MB; what is compiled late makes a few.
            assertThat(made).isLessThan(8L * DATAGRAMS);
        }
    }

    private void stream(Station a, Station b) throws IOException {
        var to = b.address();
        heard = 0;
        for (int sent = 0; sent < DATAGRAMS; sent += 40) {
            for (int i = 0; i < 40; i++) {
                // Lengths differ, so that not all become one message.
                a.socket.send(to, octets, 0, 100 + (i & 7));
            }
            a.socket.flush();
            b.gate.await(0);
            while (Station.receive(b.socket, inbox) > 0) {
                b.gate.await(0);
            }
        }
        assertThat(heard).isEqualTo(DATAGRAMS);
    }
}

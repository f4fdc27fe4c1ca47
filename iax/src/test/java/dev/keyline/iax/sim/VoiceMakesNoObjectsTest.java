package dev.keyline.iax.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.keyline.iax.call.Destination;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.call.Encryption;
import dev.keyline.iax.endpoint.Endpoint;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Voice that an endpoint sends back makes no objects there, in clear or sealed.
class VoiceMakesNoObjectsTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long SECOND = 1_000_000_000L;
    private static final int BLOCKS = 50_000;
    private static final Door DOOR =
            Actor.guarded(Map.of("east", Actor.md5("east", "a secret")), Encryption.ALLOWED);

    /// How voice travels.
    enum Way {
        CLEAR,
        SEALED
    }

    private final Network net = new Network(12, Weather.STILL);
    private final Actor west =
            new Actor(net, Actor.at(2), TestKeys.ring(List.of(), List.of()), DOOR).echoing();
    private final Actor east =
            new Actor(net, Actor.at(1), TestKeys.ring(List.of(), List.of()), Door.CLOSED);
    private long sent;

    @ParameterizedTest
    @EnumSource
    void aSteadyCallMakesNoObjects(Way way) {
        var block = blockOf(way);
        echo(block);
        sent = 0;
        long before = THREADS.getCurrentThreadAllocatedBytes();
        echo(block);
        long made = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertThat(sent).isEqualTo(BLOCKS);
        // The smallest object for each would be 800 kB; what is compiled late makes a few.
        assertThat(made).isLessThan(8L * BLOCKS);
    }

    /// The mini frame of a block that east says, in a call that west echoes.
    private byte[] blockOf(Way way) {
        var wish = way == Way.SEALED ? Encryption.FORCED : Encryption.NONE;
        var known = Actor.secret("east", "a secret");
        var where = Destination.of(west.address(), "600", "public", known, Actor.ULAW).with(wish);
        net.act(east.address(), () -> east.endpoint().dial(where, net.now()));
        net.run(SECOND);
        west.endpoint().switchboard().pass(west.call(), west.call());
        east.speak(east.call(), 50);
        net.run(2 * SECOND);
        return net.passages().stream()
                .filter(passage -> passage.from().equals(east.address()))
                .map(passage -> passage.datagram().toArray())
                .filter(datagram -> datagram[0] >= 0)
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    /// The same block again and again, at the same time.
    private void echo(byte[] block) {
        var endpoint = west.endpoint();
        endpoint.outlet((_, _, _, _) -> sent++);
        for (int i = 0; i < BLOCKS; i++) {
            endpoint.receive(east.address(), block, block.length, net.now());
            settle(endpoint, i);
        }
    }

    private static void settle(Endpoint endpoint, int i) {
        if (i % 25 == 24) {
            endpoint.poll();
        }
    }
}

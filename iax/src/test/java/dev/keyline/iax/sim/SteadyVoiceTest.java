package dev.keyline.iax.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.endpoint.Output;
import dev.keyline.iax.message.MediaFormat;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Voice that flows makes no objects: not as mini frames, not as pieces of a trunk.
class SteadyVoiceTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int FRAMES = 50_000;
    private static final byte[] BLOCK = new byte[160];

    private final Network net = new Network(3, Weather.STILL);
    private final Actor west = actor(1);
    private final Actor east = actor(2);
    private byte[] wire = {};
    private long now;
    private int sent;

    private Actor actor(int number) {
        var ring = TestKeys.ring(List.of("east"), List.of("east"));
        Door door = Actor.guarded(Map.of("east", Actor.rsa("east", "east")));
        return new Actor(net, Actor.at(number), ring, door);
    }

    private CallId talking(boolean trunked) {
        var call = west.dial(east.echoing(), Actor.key("east", "east"));
        net.run(SECOND);
        east.endpoint().switchboard().pass(east.call(), east.call());
        if (trunked) {
            west.tell(call, new Command.Trunk());
            east.tell(east.call(), new Command.Trunk());
        }
        west.speak(call, 5);
        net.run(SECOND);
        now = net.now();
        west.endpoint()
                .outlet(
                        (_, octets, from, length) ->
                                wire = Arrays.copyOfRange(octets, from, from + length));
        east.endpoint().outlet((_, _, _, _) -> sent++);
        return call;
    }

    /// The voice of far less than a second comes, and is echoed; nobody asks anybody anything.
    private void flow(int frames) {
        for (int i = 0; i < frames; i++) {
            now += 2_000;
            east.endpoint().receive(west.address(), wire, wire.length, now);
            if (!(east.endpoint().poll() instanceof Output.Quiet)) {
                throw new AssertionError("voice became news");
            }
        }
    }

    private static long allocated() {
        var threads = (ThreadMXBean) Objects.requireNonNull(ManagementFactory.getThreadMXBean());
        return threads.getCurrentThreadAllocatedBytes();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void makesNoObjects(boolean trunked) {
        var call = talking(trunked);
        west.endpoint().switchboard().mouthpiece(call).speak(MediaFormat.ULAW, BLOCK, 0, 160, now);
        west.endpoint().wake(now + 20_000_000);
        flow(FRAMES);
        long before = allocated();
        flow(FRAMES);
        // A tenth of an octet for each: what compiling and measuring may need meanwhile.
        assertThat(allocated() - before).isLessThan(FRAMES / 10);
        assertThat(sent).isGreaterThan(trunked ? 4_000 : 2 * FRAMES - 1);
    }
}

package dev.keyline.iax.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.wire.PeerAddress;
import java.util.ArrayDeque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Rests come out as they went in.
class RestsTest {
    @Property(tries = 200)
    void comeOutAsTheyWentIn(@ForAll @Size(max = 400) List<@IntRange(max = 99) Integer> wishes) {
        var queue = new ArrayDeque<Integer>();
        var rests = new Rests();
        for (int wish : wishes) {
            if (wish < 40 && !queue.isEmpty()) {
                int port = queue.remove();
                assertThat(rests.oldest()).isEqualTo(-port);
                assertThat(rests.forget()).isEqualTo(PeerAddress.ofIPv4("192.0.2.1", port));
            } else {
                queue.add(wish);
                rests.add(PeerAddress.ofIPv4("192.0.2.1", wish), -wish);
            }
            assertThat(rests.isEmpty()).isEqualTo(queue.isEmpty());
        }
    }
}

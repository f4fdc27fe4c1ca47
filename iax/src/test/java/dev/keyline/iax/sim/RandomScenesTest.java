package dev.keyline.iax.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.wire.Bytes;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Scenes made up from seeds, with all invariants checked after every event. A failure names its
/// seed and leaves a recording; `-Dkeyline.scene=SEED` plays that one again,
/// `-Dkeyline.scenes=10000` plays more of them, and `-Dkeyline.first=SEED` others.
class RandomScenesTest {
    private static final System.Logger LOG = System.getLogger("keyline.scenes");
    private static final int USUAL = 200;

    @Test
    void scenesRunClean() {
        long begun = System.nanoTime();
        var seeds = seeds();
        double hours = seeds.parallel().map(seed -> play(seed).net().now()).sum() / (3600 * 1e9);
        double seconds = (System.nanoTime() - begun) / 1e9;
        LOG.log(
                System.Logger.Level.INFO,
                "%.1f simulated hours in %.1f s, %.1f in a second"
                        .formatted(hours, seconds, hours / seconds));
    }

    /// Scenes in which nothing happens prove nothing.
    @Test
    void muchHappensInThem() {
        var scenes = LongStream.rangeClosed(1, 40).mapToObj(RandomScenesTest::play).toList();
        var talks =
                scenes.stream().flatMap(s -> s.talkers().stream()).flatMap(t -> t.talks().stream());
        assertThat(talks.filter(talk -> talk.heardTexts() > 3 && talk.isEnded()))
                .hasSizeGreaterThan(40);
        var told = scenes.stream().flatMap(s -> s.transcript().since(0).stream()).toList();
        for (var event :
                List.of(
                        "Enrolled[",
                        "Released[",
                        "encrypted=true",
                        "what=Moved[",
                        "what=VoiceMoved[",
                        "Forgotten[",
                        "Vanished[")) {
            assertThat(told.stream().filter(line -> line.contains(event))).as(event).isNotEmpty();
        }
    }

    private static LongStream seeds() {
        var one = Long.getLong("keyline.scene");
        if (one != null) {
            return LongStream.of(one);
        }
        long first = Long.getLong("keyline.first", 1);
        return LongStream.range(first, first + Integer.getInteger("keyline.scenes", USUAL));
    }

    private static RandomScene play(long seed) {
        var scene = new RandomScene(seed);
        try {
            scene.play();
            return scene;
        } catch (RuntimeException e) {
            throw new AssertionError(e.getMessage() + "; " + Recordings.keep(scene.net()), e);
        }
    }

    @Test
    void aSceneIsItsSeed() {
        assertThat(passages(7)).isEqualTo(passages(7)).isNotEqualTo(passages(8));
    }

    private static List<Network.Passage> passages(long seed) {
        var scene = new RandomScene(seed);
        scene.play();
        return scene.net().passages();
    }

    @Test
    void talkersNoticeGapsTwinsAndStrangeVoices() {
        var talk = new Talk(new CallId(1), tag(1), false);
        assertThat(talk.read(tag(2).text(0))).isEmpty();
        assertThat(talk.read(tag(2).text(0))).isEqualTo("hears text 0 when 1 is next");
        assertThat(talk.read(tag(2).text(2))).isEqualTo("hears text 2 when 1 is next");
        assertThat(talk.hear(tag(2).block(5))).isEmpty();
        assertThat(talk.hear(tag(3).block(5))).contains("and hears");
    }

    @Test
    void anInvariantThatBreaksEndsTheScene() {
        var scene = new RandomScene(9);
        scene.net().with(world -> world.sent() > 40 ? "more than forty datagrams" : "");
        assertThatThrownBy(scene::play)
                .isInstanceOf(SceneFailure.class)
                .hasMessageContaining("more than forty datagrams [seed 9");
        assertThat(scene.net().passage(0).datagram()).isNotEqualTo(Bytes.EMPTY);
    }

    private static Tag tag(int call) {
        return new Tag(1, 0, new CallId(call));
    }
}

package dev.keyline.pbx.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.wire.PeerAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every recording, with an exchange of ours in the place of each of those who spoke.
///
/// A part is played well when all that was said in our place has a counterpart from us, in an order
/// that the recorded side can go along with, with the same meaning; when we say nothing beyond that
/// but what a peer may always say; when all we heard is acknowledged; and when nothing is left in
/// the end. Where it is otherwise, `differences.txt` says so and why.
class ReplayTest {
    /// No programs: where hand-made frames came from, and where nobody listened.
    private static final Set<String> NOBODY = Set.of("127.0.0.7", "127.0.0.8", "127.0.0.9");

    @TempDir static @Nullable Path folder;

    private static @Nullable Keys keys;

    @BeforeAll
    static void keys() {
        keys = Keys.in(Objects.requireNonNull(folder));
    }

    static List<Part> parts() {
        return Part.all();
    }

    @ParameterizedTest
    @MethodSource("parts")
    void weAnswerAsWell(Part part) {
        var standin = part.standin(Objects.requireNonNull(keys));
        var foreseen = Differences.read().of(part);
        var replay =
                new Replay(Recording.read(part.recording()), part.address(), standin, foreseen);
        assertThat(replay.run())
                .as(() -> part + "\n" + String.join("\n", standin.log()))
                .containsExactlyInAnyOrderElementsOf(foreseen);
    }

    @Test
    void everybodyInEveryRecordingIsReplacedOrItIsSaidWhyNot() {
        var table = Stream.concat(Part.all().stream(), Part.none().stream()).toList();
        var parties =
                Recording.names().stream()
                        .flatMap(name -> parties(name).map(party -> name + " " + party));
        assertThat(table.stream().map(part -> part.recording() + " " + part.address()))
                .containsExactlyInAnyOrderElementsOf(parties.toList());
    }

    private static Stream<PeerAddress> parties(String recording) {
        return Recording.read(recording).steps().stream()
                .flatMap(step -> Stream.of(step.from(), step.to()))
                .filter(address -> !NOBODY.contains(address.host()))
                .distinct();
    }

    @Test
    void everyDifferenceIsOfAPartAndHasAReason() {
        Set<String> parts = Part.all().stream().map(Part::toString).collect(Collectors.toSet());
        assertThat(Differences.read().all())
                .isNotEmpty()
                .allSatisfy(
                        difference -> {
                            assertThat(difference.parts()).isNotEmpty().isSubsetOf(parts);
                            assertThat(difference.reason()).isNotBlank();
                        });
    }
}

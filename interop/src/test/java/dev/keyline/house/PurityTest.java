package dev.keyline.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.keyline.house.Layers.Touch;
import dev.keyline.interop.Busy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The rule of purity, tried on classes that break it.
@Busy
class PurityTest {

    private static final JavaClasses SUSPECTS =
            new ClassFileImporter().importClasses(PurityTest.class.getDeclaredClasses());

    @ParameterizedTest
    @ValueSource(
            classes = {
                ReadsAClock.class,
                RefersToAClock.class,
                AsksTheDate.class,
                ThrowsDice.class,
                MakesSecrets.class,
                Locks.class,
                Synchronizes.class,
                Sleeps.class,
                ReadsAFile.class
            })
    void oneOffenceIsFound(Class<?> impure) {
        assertThat(offences(Touch.PURE, impure)).isNotEmpty();
    }

    @Test
    void whoMayReadFilesMayDoNothingElse() {
        assertThat(offences(Touch.FILES, ReadsAFile.class)).isEmpty();
        assertThat(offences(Touch.FILES, ReadsAClock.class)).isNotEmpty();
    }

    @Test
    void whoMayTouchTheWorldMayDoAnything() {
        assertThat(offences(Touch.WORLD, Sleeps.class)).isEmpty();
    }

    @Test
    void whatIsHandedInIsPure() {
        assertThat(offences(Touch.PURE, HandedIn.class)).isEmpty();
    }

    private static List<String> offences(Touch allowed, Class<?> suspect) {
        return new Purity(allowed).offences(SUSPECTS.get(suspect));
    }

    static final class ReadsAClock {
        long now() {
            return System.nanoTime();
        }
    }

    static final class RefersToAClock {
        LongSupplier clock() {
            return System::currentTimeMillis;
        }
    }

    static final class AsksTheDate {
        long now() {
            return Instant.now().toEpochMilli();
        }
    }

    static final class ThrowsDice {
        private final Random dice = new Random();

        int roll() {
            return dice.nextInt(6);
        }
    }

    static final class MakesSecrets {
        RandomGenerator chance() {
            return new SecureRandom();
        }
    }

    static final class Locks {
        final ReentrantLock lock = new ReentrantLock();
    }

    static final class Synchronizes {
        private int count;

        synchronized int next() {
            count++;
            return count;
        }
    }

    static final class Sleeps {
        void pause() throws InterruptedException {
            Thread.sleep(1);
        }
    }

    static final class ReadsAFile {
        String text(Path file) throws IOException {
            return Files.readString(file);
        }
    }

    static final class HandedIn {
        long seeded(long seed, RandomGenerator chance, long now) {
            var own = new SplittableRandom(seed).nextLong() + new Random(seed).nextLong();
            return own + chance.nextLong() + TimeUnit.SECONDS.toNanos(now);
        }
    }
}

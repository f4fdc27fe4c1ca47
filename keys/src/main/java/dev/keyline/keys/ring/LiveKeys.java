package dev.keyline.keys.ring;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/// The ring that is in use. Several people may unlock and reload at the same time; each change is
/// one exchange of the whole ring, and none of them undoes another.
public final class LiveKeys {
    private final AtomicReference<KeyRing> current;

    public LiveKeys(KeyRing ring) {
        current = new AtomicReference<>(ring);
    }

    /// The directory as it was last read.
    public KeyRing ring() {
        return Objects.requireNonNull(current.get(), "set from the start");
    }

    /// Reads the directory again. Takes as long as the disk does.
    public Reload reload() {
        while (true) {
            var before = ring();
            var reload = before.reload();
            if (current.compareAndSet(before, reload.ring())) {
                return reload;
            }
        }
    }

    /// Tries a passphrase on a locked key. The array stays the caller's, who wipes it. Takes up to
    /// a second.
    public Unlocking unlock(String name, char[] passphrase) {
        while (true) {
            var before = ring();
            var unlocking = before.unlock(name, passphrase);
            if (!(unlocking instanceof Unlocking.Unlocked(var open))
                    || current.compareAndSet(before, open)) {
                return unlocking;
            }
        }
    }
}

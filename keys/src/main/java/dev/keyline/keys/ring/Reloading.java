package dev.keyline.keys.ring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Holds what is on disk now against what was loaded before, key by key.
final class Reloading {
    private final List<Slot> kept = new ArrayList<>();
    private final List<Reload.Change> changes = new ArrayList<>();

    private Reloading() {}

    static Reload of(KeyRing before, KeyRing now) {
        if (now.trouble().isPresent()) {
            return unreadable(before, now.trouble().get());
        }
        var reloading = new Reloading();
        var ids = new TreeSet<>(before.slots().keySet());
        ids.addAll(now.slots().keySet());
        ids.forEach(id -> reloading.merge(before.slot(id), now.slot(id)));
        reloading.compare(before.terms(), now.terms());
        var ring = new KeyRing(before.directory(), Optional.empty(), reloading.kept, now.terms());
        return new Reload(ring, reloading.changes);
    }

    /// A directory that cannot be read, on a file server for example, does not empty the ring.
    private static Reload unreadable(KeyRing before, Refusal why) {
        var slots = before.slots().values();
        var ring = new KeyRing(before.directory(), Optional.of(why), slots, before.terms());
        return new Reload(ring, List.of(new Reload.NotLoaded(why)));
    }

    private void compare(Terms before, Terms now) {
        var names = new TreeSet<>(before.byName().keySet());
        names.addAll(now.byName().keySet());
        names.forEach(name -> now.change(before, name).ifPresent(changes::add));
    }

    private void merge(@Nullable Slot before, @Nullable Slot now) {
        if (before instanceof Entry loaded) {
            compare(loaded, now);
        } else if (now instanceof Entry fresh) {
            take(fresh, new Reload.Added(fresh));
        } else if (now instanceof Refused known && known.equals(before)) {
            kept.add(known);
        } else if (now instanceof Refused fresh) {
            take(fresh, new Reload.NotLoaded(fresh.why()));
        }
    }

    private void compare(Entry before, @Nullable Slot now) {
        switch (now) {
            case null -> changes.add(new Reload.Removed(before));
            case Entry same when same.stamp().equals(before.stamp()) -> kept.add(before);
            case Entry fresh -> take(fresh, new Reload.Replaced(fresh));
            case Refused refused when before instanceof Entry.Locked ->
                    take(refused, new Reload.NotLoaded(refused.why()));
            case Refused(_, var why) -> take(before, new Reload.Kept(before, why));
        }
    }

    private void take(Slot slot, Reload.Change change) {
        kept.add(slot);
        changes.add(change);
    }
}

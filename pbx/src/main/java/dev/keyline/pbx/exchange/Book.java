package dev.keyline.pbx.exchange;

import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.ledger.LineEvent;
import dev.keyline.pbx.store.Register;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The registrar's list: where peers without a fixed address are, and until when.
///
/// An address is kept ten seconds longer than was granted, as Asterisk does, so that a refresh in
/// bad weather does not come too late.
final class Book implements Sleeper {
    private static final long SECOND = 1_000_000_000L;
    private static final long GRACE = 10 * SECOND;

    private final House house;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private boolean keeping;
    private boolean changedMeanwhile;

    private record Entry(PeerAddress address, long until) {}

    Book(House house) {
        this.house = house;
    }

    /// Takes what was kept from an earlier life; what has ended meanwhile is left out.
    void restore(List<Register.Entry> kept, long now) {
        var today = house.instant(now);
        for (var entry : kept) {
            long left = Duration.between(today, entry.until()).toNanos();
            if (left > 0 && house.lines().peer(entry.peer()).isPresent()) {
                entries.put(entry.peer(), new Entry(entry.address(), now + left));
            }
        }
        house.rewriteDialplan();
        sleep();
    }

    /// Notes an address.
    ///
    /// @return whether it is another than before
    boolean note(String peer, PeerAddress address, int seconds, long now) {
        var before = entries.put(peer, new Entry(address, now + seconds * SECOND + GRACE));
        sleep();
        boolean changed = before == null || !before.address().equals(address);
        if (changed) {
            house.rewriteDialplan();
        }
        keep(now);
        return changed;
    }

    /// Forgets an address.
    ///
    /// @return whether there was one
    boolean forget(String peer, long now) {
        boolean known = entries.remove(peer) != null;
        if (known) {
            house.rewriteDialplan();
            keep(now);
        }
        return known;
    }

    @Override
    public void wake(long now) {
        var over = new ArrayList<String>();
        entries.forEach(
                (peer, entry) -> {
                    if (entry.until() <= now) {
                        over.add(peer);
                    }
                });
        over.forEach(peer -> expire(peer, now));
        sleep();
    }

    private void expire(String peer, long now) {
        forget(peer, now);
        house.journal().verbose("Unregistered IAX2 '" + peer + "' (Expired)");
        house.journal().tell(new LineEvent.Gone(peer, "Expired"));
    }

    private void sleep() {
        house.agenda()
                .set(
                        this,
                        entries.values().stream()
                                .mapToLong(Entry::until)
                                .min()
                                .orElse(Long.MAX_VALUE));
    }

    /// One at a time: an older list must not come to lie over a newer one.
    private void keep(long now) {
        if (keeping) {
            changedMeanwhile = true;
            return;
        }
        keeping = true;
        var copy = new ArrayList<Register.Entry>();
        entries.forEach(
                (peer, e) ->
                        copy.add(new Register.Entry(peer, e.address(), until(e.until(), now))));
        house.perform(
                () -> {
                    var wrong = house.setup().register().save(copy);
                    return later -> kept(wrong, later);
                });
    }

    private void kept(String wrong, long now) {
        if (!wrong.isEmpty()) {
            house.journal().error(wrong);
        }
        keeping = false;
        if (changedMeanwhile) {
            changedMeanwhile = false;
            keep(now);
        }
    }

    private Instant until(long then, long now) {
        return house.instant(now).plusNanos(then - now);
    }

    Optional<PeerAddress> address(String peer) {
        return Optional.ofNullable(entries.get(peer)).map(Entry::address);
    }

    /// Seconds for which an address is still kept; empty when there is none.
    Optional<Long> secondsLeft(String peer, long now) {
        return Optional.ofNullable(entries.get(peer)).map(e -> (e.until() - now) / SECOND);
    }

    List<String> peers() {
        return List.copyOf(entries.keySet());
    }
}

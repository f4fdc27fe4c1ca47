package dev.keyline.pbx.exchange;

import dev.keyline.pbx.line.Enrolling;
import dev.keyline.pbx.store.Mailboxes.Waiting;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// How many messages wait in the mailboxes of those who register (`mailbox=`). They hear it in the
/// answer to each registration, which cannot wait for a disk: so it is looked up now and then.
final class Mail implements Sleeper {
    /// Between two looks; the `pollfreq` of Asterisk's voicemail.
    private static final long EVERY = 30_000_000_000L;

    private final House house;
    private Map<String, Waiting> known = Map.of();
    private boolean looking;

    Mail(House house) {
        this.house = house;
    }

    /// What waits in these mailboxes, as REGACK says it; empty when there are none, or nobody has
    /// looked yet.
    OptionalInt waiting(List<String> boxes) {
        return boxes.isEmpty() || !known.keySet().containsAll(boxes)
                ? OptionalInt.empty()
                : OptionalInt.of(
                        boxes.stream()
                                .map(box -> known.getOrDefault(box, Waiting.NOTHING))
                                .reduce(Waiting.NOTHING, Waiting::plus)
                                .packed());
    }

    /// The configuration is a new one.
    void follow(long now) {
        look(now);
    }

    @Override
    public void wake(long now) {
        look(now);
    }

    private void look(long now) {
        var boxes = boxes();
        house.agenda().set(this, boxes.isEmpty() ? Long.MAX_VALUE : now + EVERY);
        if (boxes.isEmpty() || looking) {
            return;
        }
        looking = true;
        house.perform(
                () -> {
                    var found = new TreeMap<String, Waiting>();
                    boxes.forEach(box -> found.put(box, house.setup().mailboxes().waiting(box)));
                    return _ -> {
                        known = Map.copyOf(found);
                        looking = false;
                    };
                });
    }

    private Set<String> boxes() {
        var boxes = new TreeSet<String>();
        house.lines().peers().stream()
                .flatMap(peer -> peer.enrolling().stream())
                .map(Enrolling::mailboxes)
                .forEach(boxes::addAll);
        return boxes;
    }
}

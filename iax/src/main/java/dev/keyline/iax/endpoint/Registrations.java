package dev.keyline.iax.endpoint;

import dev.keyline.iax.registration.Outcome;
import dev.keyline.iax.registration.Registrant;
import dev.keyline.iax.registration.RegistrantSide;
import dev.keyline.iax.registration.Registration;
import dev.keyline.iax.registration.RegistrationEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The registrations that this endpoint keeps alive elsewhere: each is asked for again before it
/// ends, and after a while when it failed.
final class Registrations {
    private final Desk desk;
    private final Registrant.Patience patience;
    private final Map<CallId, Registrant> all = new LinkedHashMap<>();
    private final Map<CallId, CallId> attempts = new LinkedHashMap<>();
    private long soonest = Long.MAX_VALUE;

    Registrations(Desk desk, Registrant.Patience patience) {
        this.desk = desk;
        this.patience = patience;
    }

    CallId add(Registration wish, long now) {
        var id = desk.nextId();
        put(id, Registrant.of(wish, now));
        return id;
    }

    private void put(CallId id, Registrant registrant) {
        all.put(id, registrant);
        soonest = Math.min(soonest, registrant.next());
    }

    private void change(CallId id, UnaryOperator<Registrant> how) {
        var registrant = all.get(id);
        if (registrant != null) {
            put(id, how.apply(registrant));
        }
    }

    Optional<Registrant> of(CallId id) {
        return Optional.ofNullable(all.get(id));
    }

    /// Forgets a registration; if the registrar knows of it, he is told.
    void release(CallId id, long now) {
        var registrant = all.remove(id);
        attempts.values().remove(id);
        if (registrant != null && registrant.noted()) {
            attempt(registrant.wish(), true, now);
        }
    }

    /// Keys have changed.
    void hope(long now) {
        for (var id : List.copyOf(all.keySet())) {
            change(id, registrant -> registrant.hopeful(now));
        }
    }

    /// Begins what is due.
    void wake(long now) {
        if (now < soonest) {
            return;
        }
        soonest = Long.MAX_VALUE;
        for (var id : List.copyOf(all.keySet())) {
            var registrant = all.get(id);
            if (registrant != null && registrant.next() <= now) {
                ask(id, registrant, now);
            } else if (registrant != null) {
                soonest = Math.min(soonest, registrant.next());
            }
        }
    }

    private void ask(CallId id, Registrant registrant, long now) {
        put(id, registrant.asking());
        attempt(registrant.wish(), false, now)
                .ifPresentOrElse(
                        attempt -> attempts.put(attempt, id),
                        () -> settle(id, new Outcome.Broken("all call numbers are in use"), now));
    }

    private Optional<CallId> attempt(Registration wish, boolean leaving, long now) {
        return desk.directory()
                .number(wish.registrar(), now)
                .map(
                        number -> {
                            var here = new RegistrantSide(wish, leaving, desk.ring());
                            var dialogue = desk.register(here, number);
                            dialogue.begin(now);
                            desk.review(dialogue);
                            return dialogue.id();
                        });
    }

    private void settle(CallId id, Outcome outcome, long now) {
        change(id, registrant -> registrant.settled(outcome, patience, now));
        desk.announce(new Output.Registry(id, new RegistrationEvent.Settled(outcome)));
    }

    /// News of an attempt; those of one that nobody waits for any more are dropped.
    void happened(CallId attempt, RegistrationEvent event, long now) {
        var id = attempts.get(attempt);
        if (id == null) {
            return;
        }
        switch (event) {
            case RegistrationEvent.Settled(var outcome) -> {
                attempts.remove(attempt);
                settle(id, outcome, now);
            }
            case RegistrationEvent.Answering _ -> {
                change(id, Registrant::proving);
                desk.announce(new Output.Registry(id, event));
            }
            default -> desk.announce(new Output.Registry(id, event));
        }
    }

    /// When [#wake] may have something to do next.
    long soonest() {
        return soonest;
    }
}

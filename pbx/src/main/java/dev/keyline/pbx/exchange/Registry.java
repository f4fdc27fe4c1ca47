package dev.keyline.pbx.exchange;

import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.registration.Outcome;
import dev.keyline.iax.registration.Registrant;
import dev.keyline.iax.registration.Registration;
import dev.keyline.iax.registration.RegistrationEvent;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.conf.Place;
import dev.keyline.pbx.ledger.LineEvent;
import dev.keyline.pbx.line.RegisterLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Our own registrations elsewhere: the `register =>` lines, kept alive.
final class Registry implements Sleeper {
    private final House house;
    private final Map<RegisterLine, Optional<CallId>> all = new LinkedHashMap<>();
    private final Map<CallId, String> seenAt = new LinkedHashMap<>();

    Registry(House house) {
        this.house = house;
    }

    /// Begins those that are new, and ends those whose line is gone.
    void follow(long now) {
        var wanted = house.lines().general().registrations();
        for (var line : new ArrayList<>(all.keySet())) {
            if (wanted.stream().noneMatch(w -> same(w, line))) {
                all.getOrDefault(line, Optional.empty())
                        .ifPresent(known -> house.endpoint().release(known, now));
                all.remove(line);
            }
        }
        for (var line : wanted) {
            if (all.keySet().stream().noneMatch(known -> same(known, line))) {
                all.put(line, Optional.empty());
                begin(line, now);
            }
        }
    }

    private static boolean same(RegisterLine one, RegisterLine other) {
        return one.withPlace(Place.NOWHERE).equals(other.withPlace(Place.NOWHERE));
    }

    @Override
    public void wake(long now) {
        follow(now);
    }

    private void begin(RegisterLine line, long now) {
        line.address()
                .ifPresentOrElse(
                        address -> register(line, address, now),
                        () ->
                                house.directions()
                                        .lookUp(
                                                line.host(),
                                                line.port(),
                                                (found, later) -> found(line, found, later)));
    }

    private void found(RegisterLine line, Optional<PeerAddress> address, long now) {
        if (!all.containsKey(line)) {
            return;
        }
        if (address.isPresent()) {
            register(line, address.get(), now);
        } else {
            house.journal()
                    .warning(
                            "Registration of '"
                                    + line.username()
                                    + "': there is no host '"
                                    + line.host()
                                    + "' ("
                                    + line.place()
                                    + ")");
            house.agenda().set(this, now + house.lines().general().port().registering().most());
        }
    }

    private void register(RegisterLine line, PeerAddress address, long now) {
        var wish = new Registration(address, line.credentials(), Registration.USUAL_REFRESH);
        all.put(line, Optional.of(house.endpoint().register(wish, now)));
    }

    /// Ends all, politely.
    void release(long now) {
        all.values().forEach(id -> id.ifPresent(known -> house.endpoint().release(known, now)));
        all.clear();
    }

    /// News of one of them.
    void happened(CallId id, RegistrationEvent event, long now) {
        var line = line(id);
        if (line.isEmpty()) {
            return;
        }
        house.ownLogins().happened(id, event, registrar(id), line.get().username(), now);
        if (event instanceof RegistrationEvent.Settled(var outcome)) {
            settled(line.get(), id, outcome, now);
        }
    }

    private Optional<RegisterLine> line(CallId id) {
        return all.entrySet().stream()
                .filter(e -> e.getValue().filter(id::equals).isPresent())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private PeerAddress registrar(CallId id) {
        return house.endpoint().registrant(id).orElseThrow().wish().registrar();
    }

    private void settled(RegisterLine line, CallId id, Outcome outcome, long now) {
        var at = registrar(id);
        switch (outcome) {
            case Outcome.Registered registered -> registered(id, at, registered);
            case Outcome.Refused(var cause, _) ->
                    failed(
                            line,
                            id,
                            "Registration of '"
                                    + line.username()
                                    + "' rejected: '"
                                    + cause
                                    + "' from: '"
                                    + at
                                    + "'");
            case Outcome.CannotAnswer(var why) ->
                    failed(
                            line,
                            id,
                            "Registration of '" + line.username() + "' at " + at + ": " + why);
            case Outcome.NotAnswered _ -> {
                failed(
                        line,
                        id,
                        "Registration of '" + line.username() + "' at " + at + " was not answered");
                lookAgain(line, id, at, now);
            }
            case Outcome.Broken(var why) ->
                    failed(
                            line,
                            id,
                            "Registration of '" + line.username() + "' at " + at + ": " + why);
            case Outcome.Released _ -> {}
        }
    }

    /// Said when it begins, and when they see us somewhere else or have other mail: not each time.
    private void registered(CallId id, PeerAddress at, Outcome.Registered registered) {
        var where = registered.seenAt().map(Object::toString).orElse("nobody knows where");
        var words =
                "Registered IAX2 to '"
                        + at
                        + "', who sees us as "
                        + where
                        + " with "
                        + MailWords.of(registered.messages());
        if (!words.equals(seenAt.put(id, words))) {
            house.journal().verbose(words);
            house.journal().tell(new LineEvent.Registered(at, where, registered.refresh()));
        }
    }

    private void failed(RegisterLine line, CallId id, String words) {
        seenAt.remove(id);
        house.journal().notice(words);
        house.journal()
                .notice(
                        "What to do about it: see register => "
                                + line
                                + " at "
                                + line.place()
                                + "; it is tried again after "
                                + again(id)
                                + " s");
    }

    private long again(CallId id) {
        var patience = house.lines().general().port().registering();
        int failures = house.endpoint().registrant(id).map(Registrant::failures).orElse(1);
        return patience.after(failures) / 1_000_000_000L;
    }

    /// The host may have moved.
    private void lookAgain(RegisterLine line, CallId id, PeerAddress at, long now) {
        if (line.address().isPresent()) {
            return;
        }
        house.directions()
                .lookUp(
                        line.host(),
                        line.port(),
                        (found, later) -> {
                            if (line(id).isPresent()
                                    && found.isPresent()
                                    && !found.get().equals(at)) {
                                house.endpoint().release(id, later);
                                register(line, found.get(), later);
                            }
                        });
    }

    /// A line and where it stands, for those who look.
    List<Map.Entry<RegisterLine, Optional<Registrant>>> lines() {
        return all.entrySet().stream()
                .map(e -> Map.entry(e.getKey(), e.getValue().flatMap(house.endpoint()::registrant)))
                .toList();
    }
}

package dev.keyline.iax.sim;

import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.registration.Registration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// When the network has been quiet long enough, everybody agrees on what is.
record Agreement(List<Talker> talkers, long now) {
    /// Who disagrees, or nothing.
    String missing() {
        var calls = onCalls() + undecided();
        return calls.isEmpty() ? onRegistrations() : calls;
    }

    /// No call hangs between the two.
    private String undecided() {
        return talkers.stream()
                .flatMap(talker -> talker.talks().stream())
                .filter(talk -> !talk.isUp() && !talk.isEnded())
                .findFirst()
                .map(talk -> talk.tag() + " is neither up nor over")
                .orElse("");
    }

    /// Both ends know whether a call is up.
    private String onCalls() {
        var up = new HashSet<String>();
        talkers.forEach(
                t -> t.talks().stream().filter(Talk::isUp).forEach(k -> up.add("" + k.tag())));
        for (var talker : talkers) {
            for (var talk : talker.talks()) {
                if (talk.isUp() && !talk.partner().isEmpty() && !up.contains(talk.partner())) {
                    return talk.tag() + " is up and " + talk.partner() + ", its other end, is not";
                }
            }
        }
        return "";
    }

    /// Who believes to be registered is noted where he is, and nobody is noted who does not want to
    /// be.
    private String onRegistrations() {
        var known = new HashSet<String>();
        for (var talker : talkers) {
            for (var wish : talker.wishes().entrySet()) {
                var wrong = onRegistration(talker, wish.getKey(), wish.getValue(), known);
                if (!wrong.isEmpty()) {
                    return wrong;
                }
            }
        }
        return talkers.stream()
                .flatMap(t -> t.book().names(now).stream().map(name -> name + " at " + t.number()))
                .filter(noted -> !known.contains(noted))
                .findFirst()
                .map(noted -> noted + " is noted and does not want to be")
                .orElse("");
    }

    private String onRegistration(Talker talker, CallId id, Registration wish, Set<String> known) {
        var name = wish.credentials().username();
        var keeper = talkers.stream().filter(t -> t.address().equals(wish.registrar())).findFirst();
        keeper.ifPresent(k -> known.add(name + " at " + k.number()));
        boolean noted = keeper.filter(k -> k.book().hasAt(name, talker.address(), now)).isPresent();
        return noted || !talker.endpoint().registrant(id).orElseThrow().noted()
                ? ""
                : name + " believes to be registered at " + wish.registrar() + " and is not";
    }
}

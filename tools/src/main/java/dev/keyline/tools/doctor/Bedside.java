package dev.keyline.tools.doctor;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Destination;
import dev.keyline.iax.message.CallerId;
import dev.keyline.iax.net.Phone;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.doctor.Spot;
import dev.keyline.pbx.doctor.Verdict;
import dev.keyline.pbx.doctor.Visit;
import dev.keyline.pbx.line.Route;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks one peer: a POKE, then a call that ends as soon as the login is judged.
record Bedside(Phone phone) {
    private static final Duration FOR_PONG = Duration.ofSeconds(2);
    private static final Duration FOR_LOGIN = Duration.ofSeconds(3);

    /// Whom to ask.
    ///
    /// @param username the name we give there
    record Who(Spot spot, String name, String username) {}

    Visit untried(Who who, String why) {
        return new Visit(
                who.spot(),
                who.name(),
                who.username(),
                Optional.empty(),
                Optional.empty(),
                new Verdict.Untried(why));
    }

    /// The same visit of a registrar, whose answer to a call says nothing about registrations.
    Visit undecided(Visit visit) {
        return new Visit(
                visit.spot(),
                visit.who(),
                visit.username(),
                visit.address(),
                visit.millis(),
                new Verdict.Untried(
                        "a registration is not tried, and a call by that name says nothing about"
                                + " it; iax2 show registry of the running exchange does"));
    }

    Visit visit(Who who, PeerAddress address, Route.Call call) throws InterruptedException {
        var roundTrip = poke(address);
        var verdict = roundTrip.isEmpty() ? new Verdict.Silent() : login(address, call);
        return new Visit(
                who.spot(),
                who.name(),
                who.username(),
                Optional.of(address.toString()),
                roundTrip.isEmpty() ? Optional.empty() : Optional.of(roundTrip.getAsLong() / 1e6),
                verdict);
    }

    private OptionalLong poke(PeerAddress address) throws InterruptedException {
        try {
            return phone.poke(address, FOR_PONG)
                    .get(FOR_PONG.plusSeconds(1).toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return OptionalLong.empty();
        }
    }

    private Verdict login(PeerAddress address, Route.Call wish) throws InterruptedException {
        var call = phone.dial(destination(address, wish));
        var answering = Optional.<CallEvent.Answering>empty();
        long until = System.nanoTime() + FOR_LOGIN.toNanos();
        while (System.nanoTime() < until) {
            var event = call.next(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
            switch (event.orElse(null)) {
                case CallEvent.Answering it -> answering = Optional.of(it);
                case CallEvent.Accepted _ -> {
                    call.hangUp();
                    return Verdict.passed(answering);
                }
                case CallEvent.Ended(var why) -> {
                    return Verdict.of(why, answering);
                }
                case null, default -> {}
            }
        }
        call.hangUp();
        return new Verdict.Silent();
    }

    private static Destination destination(PeerAddress address, Route.Call wish) {
        return new Destination(
                address,
                wish.exten(),
                wish.context().orElse(null),
                wish.credentials(),
                CallerId.NONE,
                wish.codecs().offer(Optional.empty()),
                wish.language(),
                false,
                List.of(),
                null,
                wish.encryption());
    }
}

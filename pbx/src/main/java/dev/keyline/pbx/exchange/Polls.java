package dev.keyline.pbx.exchange;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Destination;
import dev.keyline.iax.call.DialString;
import dev.keyline.iax.call.Ending;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.message.CallerId;
import dev.keyline.iax.message.DialplanReply;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.dialplan.Masked;
import dev.keyline.pbx.line.Route;
import dev.keyline.pbx.line.Routing;
import dev.keyline.pbx.remote.AnswerCache;
import dev.keyline.pbx.remote.RemoteNumber;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Asks other exchanges for their dialplans (`switch =>`): one call for each that is asked, on
/// which all questions travel, and which ends when there have been none for a while.
final class Polls implements Sleeper {
    /// How long a call without questions is kept; Asterisk's time.
    private static final long IDLE = 30_000_000_000L;

    /// Exchanges asked at once. A configuration names fewer; an `eswitch` with a word of the
    /// caller's in it must not have us call the whole world.
    private static final int MOST = 100;

    private final House house;
    private final AnswerCache<Sleeper> cache = new AnswerCache<>();
    private final Map<String, Poll> polls = new LinkedHashMap<>();
    private final Set<String> lookingUp = new HashSet<>();
    private long asked;

    Polls(House house) {
        this.house = house;
    }

    AnswerCache<Sleeper> cache() {
        return cache;
    }

    /// How many questions went out.
    long asked() {
        return asked;
    }

    /// The call on which somebody is asked; empty when this call is another kind.
    Optional<Poll> of(CallId call) {
        return polls.values().stream().filter(poll -> poll.call().equals(call)).findFirst();
    }

    /// Asks for a number.
    ///
    /// @param asker woken when there is an answer, or none comes
    /// @return false when too much is being asked already
    boolean ask(RemoteNumber number, Sleeper asker, long now) {
        int most = house.lines().general().polling().answers();
        if (!cache.ask(number, asker, most, now)) {
            return false;
        }
        send(number.target(), now);
        sleep();
        return true;
    }

    private void send(String target, long now) {
        var poll = polls.get(target);
        if (poll == null) {
            begin(target, false, now);
        } else if (poll.isAccepted()) {
            for (var number : cache.unsent(target)) {
                house.endpoint().tell(poll.call(), new Command.Ask(number.number()), now);
                cache.sent(number);
                asked++;
                poll.used(now);
            }
        }
    }

    private void begin(String target, boolean second, long now) {
        if (lookingUp.contains(target)) {
            return;
        }
        if (polls.size() + lookingUp.size() >= MOST) {
            giveUp(target, MOST + " exchanges are being asked already", now);
            return;
        }
        var dial = DialString.parse(new RemoteNumber(target, "").pollString());
        switch (Routing.route(dial, house.lines(), house.directions())) {
            case Route.To(var address, var call) -> begin(target, address, call, second, now);
            case Route.Lookup(var host, int port, var call) -> {
                lookingUp.add(target);
                house.directions()
                        .lookUp(
                                host,
                                port,
                                (found, later) -> lookedUp(target, found, call, second, later));
            }
            case Route.Nowhere(_, var why) -> giveUp(target, why, now);
        }
    }

    private void lookedUp(
            String target, Optional<PeerAddress> found, Route.Call call, boolean second, long now) {
        lookingUp.remove(target);
        if (found.isPresent()) {
            begin(target, found.get(), call, second, now);
        } else {
            giveUp(target, "there is no host '" + call.section() + "'", now);
        }
        sleep();
    }

    private void begin(
            String target, PeerAddress address, Route.Call call, boolean second, long now) {
        var destination =
                new Destination(
                        address,
                        call.exten(),
                        call.context().filter(c -> !c.isEmpty()).orElse(null),
                        call.credentials(),
                        CallerId.NONE,
                        call.codecs().offer(Optional.empty()),
                        "",
                        false,
                        List.of(),
                        null,
                        call.encryption());
        var id = house.endpoint().dial(destination, now);
        var poll = new Poll(id, address, call.section(), second);
        poll.used(now);
        polls.put(target, poll);
    }

    /// News of a call; of no interest unless it is one of these.
    void happened(CallId call, CallEvent event, long now) {
        for (var poll : polls.entrySet()) {
            if (poll.getValue().call().equals(call)) {
                happened(poll.getKey(), event, now);
                sleep();
                return;
            }
        }
    }

    private void happened(String target, CallEvent event, long now) {
        switch (event) {
            case CallEvent.Accepted _ -> {
                Optional.ofNullable(polls.get(target)).ifPresent(Poll::accept);
                send(target, now);
            }
            case CallEvent.Replied(var reply) -> replied(target, reply, now);
            case CallEvent.Ended(var why) -> ended(target, why, now);
            default -> {}
        }
    }

    /// An answer counts for the exchange that gave it, and for what it was asked. (Asterisk takes
    /// it for any exchange that was asked for this number.)
    private void replied(String target, DialplanReply reply, long now) {
        cache.answered(target, reply, now).ifPresent(waiters -> wakeAll(waiters, now));
    }

    private void ended(String target, Ending why, long now) {
        var poll = polls.remove(target);
        if (poll == null || !cache.isAsked(target)) {
            return;
        }
        if (poll.mayBeReplaced()) {
            cache.resend(target);
            begin(target, true, now);
        } else {
            giveUp(target, why.words(), now);
        }
    }

    private void giveUp(String target, String why, long now) {
        house.journal()
                .warning(
                        "switch => "
                                + Masked.secrets("IAX2/" + target)
                                + ": its dialplan cannot be asked, and for a minute nothing is"
                                + " found there: "
                                + why);
        wakeAll(cache.giveUp(target).values().stream().flatMap(List::stream).toList(), now);
    }

    private void wakeAll(List<Sleeper> waiters, long now) {
        waiters.forEach(waiter -> house.agenda().set(waiter, now + 1));
    }

    @Override
    public void wake(long now) {
        cache.giveUp(now)
                .forEach(
                        (number, waiters) -> {
                            house.journal().warning("Timeout waiting for " + number);
                            wakeAll(waiters, now);
                        });
        var idle = polls.values().stream().filter(poll -> poll.idleSince() + IDLE <= now).toList();
        for (var poll : idle) {
            polls.values().remove(poll);
            house.endpoint().tell(poll.call(), new Command.Finish(Cause.NO_USER_RESPONSE), now);
        }
        sleep();
    }

    private void sleep() {
        long next = cache.due();
        for (var poll : polls.values()) {
            next = Math.min(next, poll.idleSince() + IDLE);
        }
        house.agenda().set(this, next);
    }
}

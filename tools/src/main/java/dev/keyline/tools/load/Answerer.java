package dev.keyline.tools.load;

import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.CodecChoice;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.endpoint.Config;
import dev.keyline.iax.endpoint.Endpoint;
import dev.keyline.iax.endpoint.Mouthpiece;
import dev.keyline.iax.endpoint.Outlet;
import dev.keyline.iax.endpoint.Output;
import dev.keyline.iax.endpoint.Party;
import dev.keyline.iax.message.Indication;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.New;
import dev.keyline.iax.trunk.TrunkSettings;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.tools.load.Tally.Count;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.random.RandomGenerator;

/// The other end of a load test: answers every call, and says back what it hears or swallows it.
/// They hang up.
public final class Answerer implements Party {
    private final Answering rules;
    private final Endpoint endpoint;
    private final Tally tally = new Tally();
    private final Map<CallId, Boolean> answered = new HashMap<>();
    private final Queue<Ringing> ringing = new ArrayDeque<>();
    private long now;
    private boolean finishing;

    private record Ringing(CallId id, long until) {}

    public Answerer(Answering rules, KeyRing ring, RandomGenerator chance) {
        this.rules = rules;
        this.endpoint =
                new Endpoint(
                        Bearing.of(Config.USUAL.pingEvery(), TrunkSettings.USUAL),
                        rules,
                        ring,
                        chance);
    }

    @Override
    public void receive(PeerAddress from, byte[] datagram, int length, long time) {
        now = time;
        endpoint.receive(from, datagram, length, time);
        answer();
    }

    @Override
    public void wake(long time) {
        now = time;
        endpoint.wake(time);
        answer();
    }

    @Override
    public void outlet(Outlet outlet) {
        endpoint.outlet(outlet);
    }

    private void answer() {
        while (!ringing.isEmpty() && ringing.peek().until() <= now) {
            answer(ringing.remove().id());
        }
    }

    private void answer(CallId id) {
        if (answered.replace(id, true) != null) {
            tally.count(Count.ANSWERED);
            endpoint.tell(id, new Command.Answer(), now);
        }
    }

    @Override
    public Output poll() {
        while (true) {
            switch (endpoint.poll()) {
                case Output.News(var id, var event) -> happened(id, event);
                case Output.Quiet(long until) -> {
                    long next = ringing.isEmpty() ? Long.MAX_VALUE : ringing.peek().until();
                    return new Output.Quiet(Math.min(until, next));
                }
                case Output other -> {
                    return other;
                }
            }
        }
    }

    private void happened(CallId id, CallEvent event) {
        switch (event) {
            case CallEvent.Arrived(_, _, _, var request) -> arrived(id, request);
            case CallEvent.Established _ -> established(id);
            case CallEvent.Heard(var format, _, var payload) -> {
                var octets = payload.toArray();
                heard(endpoint.switchboard().mouthpiece(id), format, octets, 0, octets.length, now);
            }
            case CallEvent.Pressed(_, boolean begin) when begin -> tally.count(Count.DIGITS);
            case CallEvent.TurnedAway it -> {
                tally.count(Count.ATTEMPTED);
                tally.count(Count.FAILED);
                tally.reason(it.verdict().reason().toString());
            }
            case CallEvent.Ended _ -> ended(id);
            default -> {}
        }
    }

    private void heard(
            Mouthpiece mouth,
            MediaFormat format,
            byte[] octets,
            int offset,
            int length,
            long time) {
        tally.count(Count.HEARD);
        if (rules.echo()) {
            mouth.speak(format, octets, offset, length, time);
            tally.count(Count.SENT);
        }
    }

    private void arrived(CallId id, New request) {
        tally.count(Count.ATTEMPTED);
        var format = CodecChoice.CALLER.choose(request.media(), rules.codecs());
        if (format.isEmpty()) {
            tally.count(Count.FAILED);
            tally.reason("no codec in common");
            endpoint.tell(
                    id, new Command.Refuse(Cause.BEARER_NOT_AVAILABLE, "No common codec"), now);
            return;
        }
        tally.alive(1);
        answered.put(id, false);
        endpoint.tell(id, new Command.Accept(format.get()), now);
    }

    private void established(CallId id) {
        tally.count(Count.ACCEPTED);
        var mouth = endpoint.switchboard().mouthpiece(id);
        endpoint.switchboard()
                .listen(
                        id,
                        (format, _, octets, offset, length, time) -> {
                            heard(mouth, format, octets, offset, length, time);
                            return true;
                        });
        if (rules.ringing() == 0) {
            answer(id);
        } else {
            endpoint.tell(id, new Command.Indicate(Indication.RINGING), now);
            ringing.add(new Ringing(id, now + rules.ringing()));
        }
    }

    private void ended(CallId id) {
        var was = answered.remove(id);
        if (was != null) {
            tally.alive(-1);
            tally.count(was ? Count.COMPLETED : Count.FAILED);
        }
    }

    /// Hangs up all calls.
    public void finish(long time) {
        now = time;
        finishing = true;
        endpoint.hangUpAll(Cause.NORMAL, time);
    }

    /// Whether all is over after [#finish].
    public boolean isDone() {
        return finishing && endpoint.liveCalls() == 0;
    }

    public Tally tally() {
        return tally;
    }
}

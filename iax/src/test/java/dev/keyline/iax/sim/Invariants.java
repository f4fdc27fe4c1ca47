package dev.keyline.iax.sim;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.PeerAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Invariants that scenes share. Each looks only at what is new since it looked last.
final class Invariants {
    private static final long REST = 60_000_000_000L;

    private Invariants() {}

    /// What is delivered is delivered once: no party sees more calls end than begin.
    static Invariant endsHaveBeginnings(Actor... actors) {
        return _ -> {
            for (var actor : actors) {
                int ends = actor.heard(CallEvent.Ended.class).size();
                int begins = actor.heard(CallEvent.Arrived.class).size() + actor.placed();
                if (ends > begins) {
                    return actor.address() + ": " + ends + " calls ended, " + begins + " began";
                }
            }
            return "";
        };
    }

    /// Everything is heard in order, without gap and twin, and in the call it was said in.
    static Invariant everyoneHearsTheirOwn(List<Talker> talkers) {
        return _ ->
                talkers.stream()
                        .map(Talker::complaint)
                        .filter(complaint -> !complaint.isEmpty())
                        .findFirst()
                        .orElse("");
    }

    /// Calls stay under a limit, even when strangers knock.
    static Invariant callsStayUnder(int most, List<Talker> talkers) {
        return _ ->
                talkers.stream()
                        .filter(talker -> talker.liveCalls() > most)
                        .map(talker -> talker.address() + " holds " + talker.liveCalls() + " calls")
                        .findFirst()
                        .orElse("");
    }

    /// A number that has carried a call rests before it carries another. Only NEW begins a call,
    /// and what a number says before it is heard (NEW again, with a token) is the same call. Who is
    /// started again remembers nothing, not even that.
    static Invariant numbersRest(List<Talker> talkers) {
        return new Incremental() {
            private final Map<List<Object>, Long> lastWord = new HashMap<>();

            private int life(PeerAddress address) {
                return talkers.stream()
                        .filter(talker -> talker.address().equals(address))
                        .mapToInt(Talker::life)
                        .sum();
            }

            @Override
            String look(Network.Passage passage, FullFrame frame) {
                int life = life(passage.from());
                var whose = List.<Object>of(passage.from(), life, passage.to(), frame.source());
                var last = lastWord.getOrDefault(whose, Long.MIN_VALUE / 2);
                var command = command(frame);
                if (command == IaxCommand.NEW && !frame.retry() && passage.at() - last < REST) {
                    return whose + " is used again before it has rested";
                }
                if (isWordOfACall(command) && isCall(frame)) {
                    lastWord.put(whose, passage.at());
                }
                return "";
            }
        };
    }

    /// ACK and INVAL are also said about calls that are over, or that were another life's.
    private static boolean isWordOfACall(IaxCommand command) {
        return command != IaxCommand.NEW
                && command != IaxCommand.ACK
                && command != IaxCommand.INVAL;
    }

    private static boolean isCall(FullFrame frame) {
        return !frame.source().equals(CallNumber.STATELESS);
    }

    /// A stranger is never sent more octets than he has sent.
    static Invariant strangersGainNothing(Strangers strangers) {
        return new Incremental() {
            private final Map<PeerAddress, Integer> got = new HashMap<>();

            @Override
            String look(Network.Passage passage, FullFrame frame) {
                if (!strangers.include(passage.to())) {
                    return "";
                }
                int octets = got.merge(passage.to(), passage.datagram().length(), Integer::sum);
                int paid = strangers.sentBy(passage.to());
                return octets > paid
                        ? passage.to() + " sent " + paid + " octets and got " + octets
                        : "";
            }
        };
    }

    private static IaxCommand command(FullFrame frame) {
        var command = frame.body().is(FrameType.IAX) ? IaxCommand.of(frame.body().value()) : null;
        return command == null ? IaxCommand.UNSUPPORT : command;
    }

    /// Looks at each full frame on the wire once.
    private abstract static class Incremental implements Invariant {
        private int seen;

        abstract String look(Network.Passage passage, FullFrame frame);

        @Override
        public String check(Network world) {
            for (; seen < world.sent(); seen++) {
                var passage = world.passage(seen);
                if (parse(passage) instanceof FullFrame full) {
                    var wrong = look(passage, full);
                    if (!wrong.isEmpty()) {
                        return wrong;
                    }
                }
            }
            return "";
        }

        private static Frame parse(Network.Passage passage) {
            try {
                return Frame.parse(passage.datagram().toArray());
            } catch (MalformedFrame e) {
                throw new AssertionError("a party sent what nobody can read", e);
            }
        }
    }
}

package dev.keyline.pbx.application;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.pbx.channel.Channel;
import java.util.Optional;

/// `Read(variable[,file[&file...][,max[,options[,attempts[,timeout]]]]])`: plays the files and
/// takes digits until `#`, until there are `max`, or until none has come for `timeout` seconds. A
/// digit stops the playing. READSTATUS is OK or TIMEOUT, HANGUP if the caller left.
record Read() implements Application {
    private static final int MOST_DIGITS = 255;

    @Override
    public String name() {
        return "Read";
    }

    @Override
    public Move begin(Errand errand, long now) {
        var arguments = errand.arguments();
        if (arguments.at(0).isEmpty()) {
            errand.warn("Read needs the name of a variable; going on");
            errand.let("READSTATUS", "ERROR");
            return Move.NEXT;
        }
        errand.channel().answer(now);
        return new Reading(errand, number(arguments.at(2), MOST_DIGITS), timeout(errand))
                .attempt(number(arguments.at(4), 1), now);
    }

    private static int number(String text, int otherwise) {
        return text.matches("[1-9]\\d{0,2}")
                ? Math.min(Integer.parseInt(text), MOST_DIGITS)
                : otherwise;
    }

    private static long timeout(Errand errand) {
        return Durations.seconds(errand.arguments().at(5))
                .filter(t -> t > 0)
                .orElse(errand.channel().timeouts().response());
    }

    private static final class Reading implements Activity {
        private final Errand errand;
        private final Channel channel;
        private final int most;
        private final long timeout;
        private final StringBuilder digits = new StringBuilder();
        private Optional<Speech> prompt = Optional.empty();
        private boolean loading;
        private int attempts;
        private long deadline;

        Reading(Errand errand, int most, long timeout) {
            this.errand = errand;
            this.channel = errand.channel();
            this.most = most;
            this.timeout = timeout;
        }

        Move attempt(int left, long now) {
            attempts = left;
            deadline = now + timeout;
            var files = errand.arguments().at(1);
            loading = !files.isEmpty();
            if (loading) {
                Playback.ask(errand, files, now);
            }
            return listen(now);
        }

        @Override
        public Move on(Event event, long now) {
            if (event instanceof Event.Loaded(var sounds) && loading) {
                loading = false;
                prompt =
                        Optional.of(
                                new Speech(Speech.samples(Playback.samples(errand, sounds)), now));
            }
            if (event instanceof Event.On(var from, CallEvent.Pressed(char digit, boolean begin))
                    && from == channel
                    && !begin) {
                return press(digit, now);
            }
            return listen(now);
        }

        private Move press(char digit, long now) {
            loading = false;
            prompt = Optional.empty();
            deadline = now + timeout;
            if (digit == '#') {
                return finish("OK");
            }
            digits.append(digit);
            return digits.length() >= most ? finish("OK") : listen(now);
        }

        private Move listen(long now) {
            long next = prompt.map(p -> p.speak(channel, now)).orElse(Long.MAX_VALUE);
            if (loading || next != Long.MAX_VALUE) {
                deadline = now + timeout;
                return new Move.Stay(this, next);
            }
            prompt = Optional.empty();
            if (now < deadline) {
                return new Move.Stay(this, deadline);
            }
            return digits.isEmpty() && attempts > 1
                    ? attempt(attempts - 1, now)
                    : finish("TIMEOUT");
        }

        private Move finish(String status) {
            errand.let(errand.arguments().at(0), digits.toString());
            errand.let("READSTATUS", status);
            return Move.NEXT;
        }

        @Override
        public void leave(long now) {
            finish("HANGUP");
        }
    }
}

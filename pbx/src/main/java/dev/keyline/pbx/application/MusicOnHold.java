package dev.keyline.pbx.application;

import dev.keyline.pbx.channel.Channel;

/// `MusicOnHold([class[,seconds]])` plays music until the time is over or the caller leaves;
/// `StartMusicOnHold([class])` goes on in the dialplan meanwhile, until `StopMusicOnHold()`, a
/// sound or an answered `Dial`.
final class MusicOnHold {
    private MusicOnHold() {}

    record Listen() implements Application {
        @Override
        public String name() {
            return "MusicOnHold";
        }

        @Override
        public Move begin(Errand errand, long now) {
            start(errand, now);
            var text = errand.arguments().at(1);
            long until = Durations.seconds(text).map(t -> now + t).orElse(Long.MAX_VALUE);
            if (!text.isEmpty() && until == Long.MAX_VALUE) {
                errand.warn("'" + text + "' is no number of seconds; the music has no end");
            }
            return new Move.Stay(new Listening(errand, until), until);
        }
    }

    record Start() implements Application {
        @Override
        public String name() {
            return "StartMusicOnHold";
        }

        @Override
        public Move begin(Errand errand, long now) {
            start(errand, now);
            return Move.NEXT;
        }
    }

    record Stop() implements Application {
        @Override
        public String name() {
            return "StopMusicOnHold";
        }

        @Override
        public Move begin(Errand errand, long now) {
            errand.office().onHold().stop(errand.channel(), now);
            return Move.NEXT;
        }
    }

    private static void start(Errand errand, long now) {
        errand.office().onHold().start(errand.channel(), errand.arguments().at(0), now);
    }

    private record Listening(Errand errand, long until) implements Activity {
        @Override
        public Move on(Event event, long now) {
            if (now < until) {
                return new Move.Stay(this, until);
            }
            leave(now);
            return Move.NEXT;
        }

        @Override
        public void leave(long now) {
            Channel channel = errand.channel();
            errand.office().onHold().stop(channel, now);
        }
    }
}

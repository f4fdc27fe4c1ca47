package dev.keyline.pbx.application;

/// `Wait(seconds)`: goes on after that time, which may have a fraction.
record Wait() implements Application {
    @Override
    public String name() {
        return "Wait";
    }

    @Override
    public Move begin(Errand errand, long now) {
        var time = Durations.seconds(errand.text());
        if (time.isEmpty()) {
            errand.warn("Wait(" + errand.text() + ") is no number of seconds; not waiting");
        }
        return time.filter(t -> t > 0).map(t -> until(now + t)).orElse(Move.NEXT);
    }

    /// Nothing until then, and then the next priority.
    static Move until(long time) {
        return new Move.Stay(new Waiting(time, Move.NEXT), time);
    }

    /// Nothing until then.
    record Waiting(long time, Move after) implements Activity {
        @Override
        public Move on(Event event, long now) {
            return now >= time ? after : new Move.Stay(this, time);
        }
    }
}

package dev.keyline.pbx.application;

/// `Answer([delay])`: answers the call; with a delay in milliseconds, goes on after that.
record Answer() implements Application {
    @Override
    public String name() {
        return "Answer";
    }

    @Override
    public Move begin(Errand errand, long now) {
        errand.channel().answer(now);
        long delay = Durations.millis(errand.arguments().at(0)).orElse(0L);
        return delay == 0 ? Move.NEXT : Wait.until(now + delay);
    }
}

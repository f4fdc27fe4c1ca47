package dev.keyline.pbx.application;

import dev.keyline.iax.message.Indication;

/// `Ringing()`, `Progress()`, `Proceeding()`: tell the caller, and go on.
record Indicate(String name, Indication indication) implements Application {
    @Override
    public Move begin(Errand errand, long now) {
        errand.channel().indicate(indication, now);
        return Move.NEXT;
    }
}

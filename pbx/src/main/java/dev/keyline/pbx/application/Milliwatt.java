package dev.keyline.pbx.application;

import dev.keyline.audio.tone.Cadence;

/// `Milliwatt([m][o])`: 1004 Hz at 0 dBm0 for ever; `o` the old 1000 Hz, `m` with a second of
/// silence in ten. Does not answer.
record Milliwatt() implements Application {
    @Override
    public String name() {
        return "Milliwatt";
    }

    @Override
    public Move begin(Errand errand, long now) {
        var cadence =
                errand.text().contains("m")
                        ? Cadence.MILLIWATT_TEST_LINE
                        : errand.text().contains("o")
                                ? Cadence.DIGITAL_MILLIWATT
                                : Cadence.MILLIWATT;
        errand.office().onHold().stop(errand.channel(), now);
        return Sounding.of(errand.channel(), cadence, now, Long.MAX_VALUE, Move.NEXT);
    }
}

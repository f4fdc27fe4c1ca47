package dev.keyline.pbx.exchange;

/// How often things happened since the start.
///
/// @param arrived callers who were let in by a section
/// @param turnedAway callers who could not prove who they are
/// @param refused callers who were let in and refused all the same
/// @param placed calls we placed
/// @param crowded callers refused because of [Setup#mostCalls]
public record Counts(long arrived, long turnedAway, long refused, long placed, long crowded) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    Counts andArrived() {
        return new Counts(arrived + 1, turnedAway, refused, placed, crowded);
    }

    Counts andTurnedAway() {
        return new Counts(arrived, turnedAway + 1, refused, placed, crowded);
    }

    Counts andRefused() {
        return new Counts(arrived, turnedAway, refused + 1, placed, crowded);
    }

    Counts andPlaced() {
        return new Counts(arrived, turnedAway, refused, placed + 1, crowded);
    }

    Counts andCrowded() {
        return new Counts(arrived, turnedAway, refused, placed, crowded + 1);
    }
}

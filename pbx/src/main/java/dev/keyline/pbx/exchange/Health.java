package dev.keyline.pbx.exchange;

/// How a peer that is watched by POKE is doing, in Asterisk's words.
///
/// @param millis the round trip that is judged
public record Health(State state, long millis) {
    /// Nobody watches it.
    public static final Health UNMONITORED = new Health(State.UNMONITORED, 0);

    static final Health UNKNOWN = new Health(State.UNKNOWN, 0);

    public enum State {
        UNMONITORED,
        UNKNOWN,
        OK,
        LAGGED,
        UNREACHABLE
    }

    public boolean isWell() {
        return state == State.OK;
    }

    /// As the Status column of `iax2 show peers` has it.
    @Override
    public String toString() {
        return switch (state) {
            case UNMONITORED -> "Unmonitored";
            case OK, LAGGED -> state + " (" + millis + " ms)";
            case UNKNOWN, UNREACHABLE -> state.name();
        };
    }
}

package dev.keyline.pbx.channel;

/// Where a channel stands, in Asterisk's words.
public enum State {
    /// We called, and nothing has come back.
    DOWN("Down"),
    /// They called, and nobody has answered.
    RING("Ring"),
    /// We called, and it rings there.
    RINGING("Ringing"),
    UP("Up"),
    /// It is over.
    GONE("Gone");

    private final String word;

    State(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}

package dev.keyline.pbx.channel;

/// Where in the dialplan a channel is.
public record Position(String context, String exten, int priority) {
    public Position next() {
        return new Position(context, exten, priority + 1);
    }

    @Override
    public String toString() {
        return exten + "@" + context + ":" + priority;
    }
}

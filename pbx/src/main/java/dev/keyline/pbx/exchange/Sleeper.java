package dev.keyline.pbx.exchange;

/// Whoever wants to be woken at a time, see [Agenda].
interface Sleeper {
    void wake(long now);
}

package dev.keyline.iax.jitter;

/// What was heard since the call began. Times are milliseconds.
///
/// @param jitter the spread of arrivals, the rarest left out
/// @param lossPercent lost blocks of the recent past, 0 to 100
/// @param lost blocks that were missing when it was their turn
/// @param received blocks that arrived
/// @param delay how much longer than the fastest block voice waits now
/// @param dropped blocks that arrived and were not played: too late, or to shorten the wait
/// @param outOfOrder blocks that another had overtaken
public record JitterStatistics(
        int jitter,
        int lossPercent,
        int lost,
        int received,
        int delay,
        int dropped,
        int outOfOrder) {}

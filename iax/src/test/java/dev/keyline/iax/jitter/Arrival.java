package dev.keyline.iax.jitter;

/// A block of 20 ms that came in.
///
/// @param at nanoseconds
/// @param timestamp media time in milliseconds
record Arrival(long at, int timestamp) {}

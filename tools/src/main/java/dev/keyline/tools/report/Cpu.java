package dev.keyline.tools.report;

/// What a process has cost.
///
/// @param who it is
/// @param seconds of all its threads together
public record Cpu(String who, double seconds) {}

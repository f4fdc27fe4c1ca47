package dev.keyline.tools.report;

/// One second, or however long it was between two looks.
///
/// @param second since the beginning, at its end
/// @param attempted calls a second
/// @param answered likewise
/// @param failed likewise, those dropped included
/// @param live calls at its end
/// @param setUpMedian milliseconds; not a number when no call was set up
/// @param setUpP99 likewise
/// @param sent blocks of voice a second
/// @param heard likewise
/// @param latenessP99 of echoes, in milliseconds; not a number when none came
/// @param latenessMax likewise, of the latest
/// @param ownLatenessP99 of the generator, likewise
/// @param ownCpu cores
/// @param serverCpu cores; not a number when nobody knows
public record Moment(
        double second,
        double attempted,
        double answered,
        double failed,
        long live,
        double setUpMedian,
        double setUpP99,
        double sent,
        double heard,
        double latenessP99,
        double latenessMax,
        double ownLatenessP99,
        double ownCpu,
        double serverCpu) {}

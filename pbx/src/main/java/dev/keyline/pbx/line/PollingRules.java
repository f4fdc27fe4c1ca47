package dev.keyline.pbx.line;

/// What `[general]` says about dialplans that ask each other; all of it is our own.
///
/// @param answers how many answers of others are kept at once (`maxdialplananswers`)
/// @param questions how many questions are answered in a minute on one call
///   (`maxdialplanquestions`)
public record PollingRules(int answers, int questions) {
    public static final PollingRules USUAL = new PollingRules(1000, 6000);

    static PollingRules read(SectionReader values) {
        return new PollingRules(
                values.number("maxdialplananswers", 1, 100_000, USUAL.answers()),
                values.number("maxdialplanquestions", 0, 1_000_000, USUAL.questions()));
    }
}

package dev.keyline.tools.demo;

import java.util.ArrayList;
import java.util.List;

/// What was to be shown, and what of it did not hold.
final class Findings {
    private final List<String> failures = new ArrayList<>();

    /// @param claim as a sentence that is true if it holds
    void check(String claim, boolean holds) {
        if (!holds) {
            failures.add(claim);
        }
    }

    List<String> failures() {
        return List.copyOf(failures);
    }
}

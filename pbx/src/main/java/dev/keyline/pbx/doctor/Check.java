package dev.keyline.pbx.doctor;

import java.util.function.Consumer;

/// Examines one subject.
interface Check {
    void examine(Chart chart, Consumer<Finding> report);
}

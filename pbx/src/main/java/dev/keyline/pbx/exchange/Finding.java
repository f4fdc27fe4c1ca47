package dev.keyline.pbx.exchange;

import dev.keyline.pbx.dialplan.Extension;

/// Where a number leads.
sealed interface Finding {
    record Found(Extension extension) implements Finding {}

    record Nowhere() implements Finding {}

    /// Another exchange is being asked; whoever wants to know is woken when it has answered.
    record Asking() implements Finding {}
}

package dev.keyline.pbx.exchange;

import dev.keyline.pbx.dialplan.Extension;

/// Where a number leads.
sealed interface Finding {
    /// To an extension.
    ///
    /// @param elsewhere whether it is of another exchange's dialplan
    record Found(Extension extension, boolean elsewhere) implements Finding {}

    record Nowhere() implements Finding {}

    /// Another exchange is being asked; whoever wants to know is woken when it has answered.
    record Asking() implements Finding {}
}

package dev.keyline.pbx.exchange;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// Logins of others since the start.
///
/// @param refused how many were refused, by the short name of the reason
public record LoginCounts(long accepted, SortedMap<String, Long> refused) {
    public LoginCounts {
        refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
    }
}

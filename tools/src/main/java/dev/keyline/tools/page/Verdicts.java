package dev.keyline.tools.page;

import java.util.List;
import java.util.stream.Collectors;

/// The remarks of a story as badges: what is proven, what is wrong, what is worth a look.
final class Verdicts {
    private Verdicts() {}

    static String badges(List<String> remarks) {
        return remarks.stream()
                .map(remark -> Html.span("badge " + kind(remark), remark))
                .collect(Collectors.joining(" "));
    }

    /// `good`, `bad` or `odd`.
    static String kind(String remark) {
        if (remark.contains("no known") || remark.contains("none of the")) {
            return "bad";
        }
        if (remark.startsWith("signed by ")
                || remark.startsWith("by the secret of ")
                || remark.startsWith("the secret of ")
                || remark.equals("deciphered")) {
            return "good";
        }
        return remark.startsWith("a receiver drops it") ? "bad" : "odd";
    }
}

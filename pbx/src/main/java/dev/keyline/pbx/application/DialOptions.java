package dev.keyline.pbx.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// The third argument of `Dial`: letters, some with something in parentheses.
///
/// @param rings whether the caller hears ringing whatever the other side says (`r`, `R`, `m`)
/// @param music the class of music the caller hears instead (`m`), possibly empty for the usual one
/// @param keepsConnected whether the caller is not told who answered (`I`)
/// @param goesOn whether the caller goes on in the dialplan when the other side hangs up (`g`)
/// @param longest how long the two may talk, nanoseconds (`S`, `L`); `Long.MAX_VALUE` for ever
/// @param remarks what is of no effect, or makes no sense
record DialOptions(
        boolean rings,
        Optional<String> music,
        boolean keepsConnected,
        boolean goesOn,
        long longest,
        List<String> remarks) {
    private static final String KNOWN = "AabBcCdDeEfFgGhHiIjkKlLmMnNoOpPQrRsStTuUwWxXz";

    /// Of no effect because they turn off what does not happen here anyway.
    private static final String HARMLESS = "inNocCz";

    static DialOptions parse(String text) {
        var remarks = new ArrayList<String>();
        var written = split(text, remarks);
        for (char letter : written.keySet()) {
            if (KNOWN.indexOf(letter) < 0) {
                remarks.add("Dial has no option '" + letter + "'");
            } else if (("rRmgSLI" + HARMLESS).indexOf(letter) < 0) {
                remarks.add("Dial option '" + letter + "' is accepted and has no effect");
            }
        }
        boolean rings =
                written.containsKey('r') || written.containsKey('R') || written.containsKey('m');
        return new DialOptions(
                rings,
                Optional.ofNullable(written.get('m')),
                written.containsKey('I'),
                written.containsKey('g'),
                longest(written, remarks),
                remarks);
    }

    private static TreeMap<Character, String> split(String text, List<String> remarks) {
        var written = new TreeMap<Character, String>();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            var inside = "";
            if (text.startsWith("(", i + 1)) {
                int close = text.indexOf(')', i);
                if (close < 0) {
                    remarks.add("the parenthesis of Dial option '" + letter + "' does not close");
                    return written;
                }
                inside = text.substring(i + 2, close);
                i = close;
            }
            if (!Character.isWhitespace(letter)) {
                written.put(letter, inside);
            }
        }
        return written;
    }

    private static long longest(TreeMap<Character, String> written, List<String> remarks) {
        long limit = Long.MAX_VALUE;
        var seconds = written.get('S');
        if (seconds != null) {
            limit = Math.min(limit, known(Durations.seconds(seconds), "S", seconds, remarks));
        }
        var millis = written.get('L');
        if (millis != null) {
            var first = millis.split(":", 2)[0];
            limit = Math.min(limit, known(Durations.millis(first), "L", millis, remarks));
        }
        return limit;
    }

    private static long known(
            Optional<Long> time, String option, String text, List<String> remarks) {
        if (time.isEmpty()) {
            remarks.add("Dial option " + option + "(" + text + ") is no time and sets no limit");
        }
        return time.filter(t -> t > 0).orElse(Long.MAX_VALUE);
    }
}

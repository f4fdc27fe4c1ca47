import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// What one run of the generator showed.
///
/// @param share processor time of the server for each second of a call, in seconds that began and
///   ended with all calls up
/// @param own likewise, of the generator
/// @param perCall processor seconds of the server for each call, from first to last; where the rate
///   of calls grows at first, of the seconds after that
/// @param late2 the part of all blocks that came back more than 2 ms later than the fastest of
///   their call
/// @param latest by how many milliseconds the last block was later than the fastest of its call, in
///   [#LAST] of the seconds that count for the first figure, up to the last [#ENDING]
record Result(
        double share,
        double own,
        double perCall,
        double loss,
        double late2,
        double late10,
        double latest,
        long failed) {
    static final int LAST = 10;

    /// Seconds at the end in which calls may begin to be hung up.
    static final int ENDING = 1;

    static final String HEADING =
            """
            | scenario | server | CPU of a core per call | the generator's | CPU per call in all | lost \
            | later than 2 ms | later than 10 ms | failed |
            |---|---|---|---|---|---|---|---|---|""";

    private static final Pattern RAMP = Pattern.compile("\"ramp\":\"([0-9.]+) s\"");

    private static final Pattern MOMENT = Pattern.compile("\\{\"second\":[^}]*\\}");

    /// @param json as `keyline load --json` writes it
    static Result of(String json) {
        var late = json.substring(json.indexOf("\"laterThan\""));
        var server = json.substring(json.indexOf("\"serverCpu\""));
        return new Result(
                shares(json, "serverCpu").average().orElse(Double.NaN),
                shares(json, "ownCpu").average().orElse(Double.NaN),
                perCall(json, number(server, "seconds")),
                number(json, "loss"),
                number(late, "2"),
                number(late, "10"),
                latest(full(json, "latenessMax").toArray()),
                (long) number(json, "failed"));
    }

    private static double latest(double[] each) {
        int to = Math.max(0, each.length - ENDING);
        return Arrays.stream(each, Math.max(0, to - LAST), to).max().orElse(Double.NaN);
    }

    private static DoubleStream shares(String json, String whose) {
        double most = number(json, "most");
        return full(json, whose).map(all -> all / most);
    }

    /// This figure of each second in which all calls were up.
    private static DoubleStream full(String json, String name) {
        double most = number(json, "most");
        var moments = moments(json);
        return IntStream.range(1, moments.size())
                .filter(i -> isFull(moments.get(i - 1), most) && isFull(moments.get(i), most))
                .mapToDouble(i -> number(moments.get(i), name));
    }

    private static List<String> moments(String json) {
        return MOMENT.matcher(json).results().map(MatchResult::group).toList();
    }

    private static double perCall(String json, double seconds) {
        var ramp = RAMP.matcher(json);
        return ramp.find()
                ? perCallAfter(Double.parseDouble(ramp.group(1)), json)
                : seconds / number(json, "attempted");
    }

    /// Of all seconds that began after the rate was reached, the last one included, in which calls end
    /// and none begins: to leave seconds out by what happened in them would be to choose the figure.
    private static double perCallAfter(double ramp, String json) {
        var moments = moments(json);
        double calls = 0;
        double seconds = 0;
        for (int i = 1; i < moments.size(); i++) {
            double began = number(moments.get(i - 1), "second");
            double lasted = number(moments.get(i), "second") - began;
            if (began >= ramp) {
                calls += lasted * number(moments.get(i), "attempted");
                seconds += lasted * number(moments.get(i), "serverCpu");
            }
        }
        return seconds / calls;
    }

    private static boolean isFull(String moment, double most) {
        return number(moment, "live") >= most;
    }

    /// Whether nothing was heard of it in any call: less than a thousandth lost, no call refused, and
    /// no block more than 10 ms late.
    boolean isClear() {
        return loss < 1e-3 && latest <= 10 && failed == 0;
    }

    /// Of several runs the median of each figure, but all that failed.
    static String row(String scenario, String server, List<Result> all) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.4f %% | %.4f %% | %.0f us | %.3f %% | %.2f %% | %.3f %% | %d |",
                scenario,
                server,
                100 * Compare.median(all, Result::share),
                100 * Compare.median(all, Result::own),
                1e6 * Compare.median(all, Result::perCall),
                100 * Compare.median(all, Result::loss),
                100 * Compare.median(all, Result::late2),
                100 * Compare.median(all, Result::late10),
                all.stream().mapToLong(Result::failed).sum());
    }

    /// The first number of this name in a piece of JSON.
    static double number(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":(-?[0-9.eE+-]+)").matcher(json);
        return found.find() ? Double.parseDouble(found.group(1)) : Double.NaN;
    }
}

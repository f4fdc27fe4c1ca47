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
/// @param perCall processor seconds of the server for each call, from first to last
/// @param late2 the part of all blocks that came back more than 2 ms later than the fastest of
///   their call
record Result(
        double share,
        double own,
        double perCall,
        double loss,
        double late2,
        double late10,
        long failed) {
    static final String HEADING =
            """
            | scenario | server | CPU of a core per call | the generator's | CPU per call in all | lost \
            | later than 2 ms | later than 10 ms | failed |
            |---|---|---|---|---|---|---|---|---|""";

    private static final Pattern MOMENT = Pattern.compile("\\{\"second\":[^}]*\\}");

    /// @param json as `keyline load --json` writes it
    static Result of(String json) {
        var late = json.substring(json.indexOf("\"laterThan\""));
        var server = json.substring(json.indexOf("\"serverCpu\""));
        return new Result(
                shares(json, "serverCpu").average().orElse(Double.NaN),
                shares(json, "ownCpu").average().orElse(Double.NaN),
                number(server, "seconds") / number(json, "attempted"),
                number(json, "loss"),
                number(late, "2"),
                number(late, "10"),
                (long) number(json, "failed"));
    }

    private static DoubleStream shares(String json, String whose) {
        double most = number(json, "most");
        var moments = MOMENT.matcher(json).results().map(MatchResult::group).toList();
        return IntStream.range(1, moments.size())
                .filter(i -> isFull(moments.get(i - 1), most) && isFull(moments.get(i), most))
                .mapToDouble(i -> number(moments.get(i), whose) / most);
    }

    private static boolean isFull(String moment, double most) {
        return number(moment, "live") >= most;
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

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;

/// What is asked of a server.
///
/// @param to the user, key and extension that are called; `%s` is the address
/// @param general a line for `[general]` of the server's iax.conf; none if empty
/// @param options for `keyline load`
/// @param probed whether calls of the probe's own are up beside them
/// @param servers who is measured by it: not all can hold all of them
record Scenario(
        String name,
        String to,
        String general,
        List<String> options,
        boolean probed,
        List<Server> servers) {
    private static final String CLEAR = "clear";
    private static final String ECHO = "bench:[bench]@%s/600";
    private static final String SEALED = "sealed:[bench]:bench-secret@%s/600";
    private static final String BRIDGE = "bench:[bench]@%s/700";
    private static final String TRUNK = "trunk:[bench]@%s/600";
    private static final String FROM_PEER = "--trunk --sources 127.0.0.2:4569 ";
    private static final String WIDE = "--trunkmtu 4000 --apart ";
    private static final String BRIEF_1000 = "-r 1000 --ramp 15s --time 77s -d 100ms";
    private static final String FROM_MANY = " --sources 127.0.1.1-127.0.1.20";
    private static final String SILENT = " --talk never";

    private static final List<Server> US = List.of(Server.KEYLINE);
    private static final List<Server> BOTH = List.of(Server.KEYLINE, Server.ASTERISK);
    private static final List<Server> BARE = List.of(Server.KEYLINE, Server.BARE_ECHO);
    private static final List<Server> ALL_THREE = List.of(Server.values());

    static final Scenario HELD_1000 = probed("held1000", ECHO, BARE, "-m 1000 -r 200 -d 74s");

    static final List<Scenario> ALL =
            List.of(
                    of("echo", ECHO, ALL_THREE, "-m 500 -r 100 -d 15s"),
                    of("bridge", BRIDGE, BOTH, "-m 150 -r 50 -d 15s"),
                    of("setup", ECHO, BOTH, "-r 100 --time 20s -d 100ms" + SILENT),
                    of("brief", ECHO, BOTH, "-r 100 --time 20s -d 100ms"),
                    of("encrypted", SEALED, US, "-m 500 -r 100 -d 15s --encrypt"),
                    of("echo1000", ECHO, BARE, "-m 1000 -r 200 -d 30s"),
                    of("trunk1000", TRUNK, US, FROM_PEER + "-m 1000 -r 200 -d 30s"),
                    of("apart1000", ECHO, US, "--apart -m 1000 -r 200 -d 30s"),
                    of("trunkapart1000", TRUNK, US, FROM_PEER + "--apart -m 1000 -r 200 -d 30s"),
                    of("trunkwide1000", TRUNK, US, FROM_PEER + WIDE + "-m 1000 -r 200 -d 30s")
                            .with("trunkmtu=4000"),
                    of("setup1000", ECHO, US, BRIEF_1000 + SILENT),
                    of("setup1000many", ECHO, US, BRIEF_1000 + FROM_MANY + SILENT),
                    of("brief1000", ECHO, US, BRIEF_1000),
                    of("brief1000many", ECHO, US, BRIEF_1000 + FROM_MANY),
                    of("echo3000", ECHO, BARE, "-m 3000 -r 150 -d 30s"),
                    of("encrypted150", SEALED, BOTH, "-m 150 -r 50 -d 15s --encrypt"),
                    of("trunk", TRUNK, BOTH, FROM_PEER + "-m 500 -r 100 -d 15s"),
                    probed("held150", ECHO, ALL_THREE, "-m 150 -r 50 -d 72s"),
                    HELD_1000,
                    probed("heldlong", ECHO, BARE, "-m 1000 -r 200 -d 614s"));

    private static Scenario of(String name, String to, List<Server> servers, String options) {
        return new Scenario(name, to, "", List.of(options.split(" ")), false, servers);
    }

    private static Scenario probed(String name, String to, List<Server> servers, String options) {
        return new Scenario(name, to, "", List.of(options.split(" ")), true, servers);
    }

    /// So many calls that are echoed, all up for half a minute, in which the generator is compiled, then
    /// for the seconds that count, and for one more, in which it begins to hang up and is late by that.
    static Scenario clear(int calls) {
        return probed(CLEAR, ECHO, BARE, "-m " + calls + " -r 200 -d 1s")
                .lasting(30 + Result.LAST + Result.ENDING);
    }

    /// Whether one late block is one too many, and so the generator must not stop for its collector.
    boolean allowsNoStop() {
        return name.equals(CLEAR);
    }

    private Scenario with(String line) {
        return new Scenario(name, to, line, options, probed, servers);
    }

    /// Those of these names, or all.
    static List<Scenario> named(List<String> names) {
        return names.isEmpty() ? ALL : names.stream().map(Scenario::named).toList();
    }

    private static Scenario named(String name) {
        return ALL.stream()
                .filter(scenario -> scenario.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("scenarios are " + names()));
    }

    private static String names() {
        return ALL.stream().map(Scenario::name).collect(joining(", "));
    }

    /// Whether calls come and go all the time, and are never all up.
    boolean isFleeting() {
        return !options.contains("-m");
    }

    /// Whether the processors are kept awake: where it is measured how long a server holds a block, and
    /// where calls come and go, between which a server sleeps and is woken a thousand times a second.
    boolean isAwake() {
        return probed || isFleeting();
    }

    /// Whether the server passes calls on to the answering side.
    boolean dialsOn() {
        return to.equals(BRIDGE);
    }

    /// Calls up at once; of fleeting ones, those that begin in a second.
    int calls() {
        return number(isFleeting() ? "-r" : "-m");
    }

    /// Seconds until all calls are up, or until fleeting ones are what they go on to be.
    int ramp() {
        if (options.contains("--ramp")) {
            return number("--ramp") + 1;
        }
        return isFleeting() ? 5 : 1 + Math.ceilDiv(number("-m"), number("-r"));
    }

    /// Seconds that it goes on like this.
    int steady() {
        return isFleeting() ? number("--time") - ramp() - 1 : number("-d") - ramp();
    }

    /// To be compiled by: the same for half a minute at most.
    Scenario warming() {
        return lasting(Math.min(steady(), 30));
    }

    /// The same with all calls up, or fleeting ones coming, for so many seconds.
    Scenario lasting(int seconds) {
        var other = new ArrayList<>(options);
        other.set(options.indexOf(isFleeting() ? "--time" : "-d") + 1, ramp() + seconds + "s");
        return new Scenario(name, to, general, other, probed, servers);
    }

    private int number(String option) {
        var said = options.get(options.indexOf(option) + 1);
        return Integer.parseInt(said.replaceFirst("s$", ""));
    }
}

package dev.keyline.tools.command;

import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/// The options of `keyline load` that a scenario file has too, by the same names.
final class LoadOptions {
    private final Map<String, String> given = new HashMap<>();

    /// What was given, by name.
    Map<String, String> given() {
        return Map.copyOf(given);
    }

    @Option(
            names = {"-r", "--rate"},
            paramLabel = "RATE",
            description = "Calls a second, evenly spaced: 50 or 300/m; default: 10.")
    void rate(String value) {
        given.put("rate", value);
    }

    @Option(
            names = "--ramp",
            paramLabel = "TIME",
            description = "Reach the rate evenly over this time.")
    void ramp(String value) {
        given.put("ramp", value);
    }

    @Option(
            names = {"-m", "--calls"},
            paramLabel = "N",
            description = "So many calls in all; default: 1, or as many as --time allows.")
    void calls(String value) {
        given.put("calls", value);
    }

    @Option(names = "--time", paramLabel = "TIME", description = "Begin calls for this long.")
    void time(String value) {
        given.put("time", value);
    }

    @Option(
            names = {"-l", "--limit"},
            paramLabel = "N",
            description = "At most so many at once; further ones wait, and the rate stays.")
    void limit(String value) {
        given.put("limit", value);
    }

    @Option(
            names = {"-d", "--hold"},
            paramLabel = "TIME",
            description = "Hang up this long after the answer; default: 10s.")
    void hold(String value) {
        given.put("hold", value);
    }

    @Option(
            names = "--ring",
            paramLabel = "TIME",
            description = "Wait this long for an answer; default: 30s.")
    void ring(String value) {
        given.put("ring", value);
    }

    @Option(names = "--kind", paramLabel = "KIND", description = "call or register; default: call.")
    void kind(String value) {
        given.put("kind", value);
    }

    @Option(
            names = "--numbers",
            paramLabel = "A-B",
            description = "{n} in DIALSTRING and --from counts through these.")
    void numbers(String value) {
        given.put("numbers", value);
    }

    @Option(names = "--from", paramLabel = "NUMBER", description = "The caller's number to show.")
    void from(String value) {
        given.put("from", value);
    }

    @Option(
            names = "--codec",
            paramLabel = "LIST",
            description = "Offer these, best first: ulaw, alaw, slin, gsm; default: ulaw.")
    void codec(String value) {
        given.put("codec", value);
    }

    @Option(
            names = "--talk",
            paramLabel = "PATTERN",
            description = "always, never, or speech and silence as 1s/1.5s; default: always.")
    void talk(String value) {
        given.put("talk", value);
    }

    @Option(
            names = "--dtmf",
            paramLabel = "DIGITS",
            description = "Press these after the answer; w is a pause of half a second.")
    void dtmf(String value) {
        given.put("dtmf", value);
    }

    @Option(
            names = "--play",
            paramLabel = "FILE",
            description = "Say this sound instead of a tone; echoes are not told then.")
    void play(String value) {
        given.put("play", value);
    }

    @Option(names = "--trunk", description = "Let the voice of all calls share frames.")
    void trunk(boolean value) {
        given.put("trunk", value ? "yes" : "no");
    }

    @Option(
            names = "--trunkmtu",
            paramLabel = "OCTETS",
            description = "The longest of those frames, as in iax.conf; default: 1240.")
    void trunkMtu(String value) {
        given.put("trunkmtu", value);
    }

    @Option(
            names = "--encrypt",
            description = "Encrypt calls, or do not make them. Needs a secret, beside a key too.")
    void encrypt(boolean value) {
        given.put("encrypt", value ? "yes" : "no");
    }

    @Option(
            names = "--sources",
            paramLabel = "LIST",
            description =
                    "Call from these addresses, 127.0.1.1-127.0.1.20, or from ports of them,"
                            + " 127.0.0.1:4571. Each has a socket and a thread of its own.")
    void sources(String value) {
        given.put("sources", value);
    }

    @Option(
            names = "--apart",
            description =
                    "Send and take datagrams one by one, as most peers do; else Linux joins them.")
    void apart(boolean value) {
        given.put("apart", value ? "yes" : "no");
    }

    @Option(
            names = "--ping",
            paramLabel = "TIME",
            description = "Measure each call by PING this often; default: 21s, as Asterisk.")
    void ping(String value) {
        given.put("ping", value);
    }

    @Option(
            names = "--loss",
            paramLabel = "PART",
            description = "Lose this part of all datagrams, each way: 2%%.")
    void loss(String value) {
        given.put("loss", value);
    }

    @Option(names = "--delay", paramLabel = "TIME", description = "Delay datagrams, each way.")
    void delay(String value) {
        given.put("delay", value);
    }

    @Option(
            names = "--jitter",
            paramLabel = "TIME",
            description = "Delay them by up to this much more, each by another time.")
    void jitter(String value) {
        given.put("jitter", value);
    }
}

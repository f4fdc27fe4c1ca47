package dev.keyline.pbx.command;

import dev.keyline.keys.ring.Entry;
import dev.keyline.keys.ring.Fingerprint;
import dev.keyline.keys.ring.KeysShow;
import dev.keyline.keys.ring.Unlocking;
import dev.keyline.pbx.command.Command.Reply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// `keys show` and `keys init`.
final class KeyCommands {
    static final List<Command> ALL =
            List.of(
                    new Command(
                            "keys show",
                            "[--fingerprints]",
                            "Displays information about RSA keys known by Asterisk",
                            KeyCommands::show),
                    new Command(
                            "keys init",
                            "",
                            "Initializes private keys (by reading in pass code from the user)",
                            KeyCommands::init));

    private KeyCommands() {}

    private static Reply show(List<String> arguments, Server server) {
        var table = KeysShow.render(server.ring()).split("\n", -1);
        var lines = new ArrayList<>(List.of(table).subList(0, table.length - 1));
        if (arguments.isEmpty()) {
            return new Reply.Said(lines);
        }
        if (!arguments.equals(List.of("--fingerprints"))) {
            return new Reply.Misused();
        }
        lines.add("");
        for (var entry : server.ring().entries()) {
            lines.add("%-18s %s".formatted(entry.name(), fingerprint(entry)));
        }
        return new Reply.Said(lines);
    }

    private static String fingerprint(Entry entry) {
        return entry.fingerprint().map(Fingerprint::text).orElse("(needs its passcode)");
    }

    /// Tries each locked key, as Asterisk does: one that stays locked is said, and can be tried
    /// again.
    private static Reply init(List<String> arguments, Server server) {
        if (!arguments.isEmpty()) {
            return new Reply.Misused();
        }
        var lines = new ArrayList<String>();
        for (var locked : server.ring().locked()) {
            lines.add(unlock(locked.name(), server));
        }
        return lines.isEmpty() ? Reply.of("No key needs a passcode.") : new Reply.Said(lines);
    }

    private static String unlock(String name, Server server) {
        var typed = server.askHidden(">>>> passcode for PRIVATE key '" + name + "': ");
        if (typed.isEmpty()) {
            return "Key '" + name + "' needs passcode, and nothing was typed.";
        }
        try {
            return switch (server.unlock(name, typed.get())) {
                case Unlocking.Unlocked _ -> "Key '" + name + "' is loaded.";
                case Unlocking.StillLocked(var why) -> why.message();
                case Unlocking.NotLocked(var why) ->
                        why.map(w -> w.message()).orElse("Key '" + name + "' is not locked.");
            };
        } finally {
            Arrays.fill(typed.get(), '\0');
        }
    }
}

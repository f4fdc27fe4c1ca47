package dev.keyline.keys.ring;

import java.util.Locale;
import java.util.stream.Collectors;

/// The table of the command `keys show`, column for column as Asterisk prints it, since scripts
/// read it. Each row ends with blanks, as Asterisk's do.
public final class KeysShow {
    private KeysShow() {}

    /// The rows come in the order of [KeyRing#entries()]; every line ends with LF.
    public static String render(KeyRing ring) {
        var rows = ring.entries().stream().map(KeysShow::row).collect(Collectors.joining());
        return row("Key Name", "Type", "Status", "Sum")
                + row("-".repeat(18), "-".repeat(8), "-".repeat(16), "-".repeat(32))
                + rows
                + "\n"
                + ring.entries().size()
                + " known RSA keys.\n";
    }

    private static String row(Entry entry) {
        var status = entry instanceof Entry.Locked ? "[Needs Passcode]" : "[Loaded]";
        return row(entry.name(), entry.file().id().type().name(), status, entry.stamp().sum());
    }

    private static String row(String name, String type, String status, String sum) {
        return String.format(Locale.ROOT, "%-18s %-8s %-16s %-33s\n", name, type, status, sum);
    }
}

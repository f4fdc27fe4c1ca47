package dev.keyline.tools.page;

import dev.keyline.iax.trace.Dump;
import dev.keyline.iax.trace.Names;
import dev.keyline.iax.trace.Told;
import dev.keyline.iax.wire.Elements;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.MalformedFrame;
import java.util.Arrays;

/// What one full frame holds: its header, its elements, its octets. Of what opens a door only the
/// length is there, in octets too.
final class Letter {
    /// Octets of sound or pictures that are shown.
    private static final int ENOUGH = 48;

    private static final int WIDTH = 16;

    private Letter() {}

    static String html(Told told, FullFrame frame) {
        var table = new StringBuilder("<div class=\"letter\"><table>");
        row(table, "from", told.from() + ", call " + frame.source());
        row(table, "to", told.to() + ", call " + frame.destination());
        row(table, "type", Names.type(frame.body().type()) + " " + Names.of(frame.body()));
        row(table, "timestamp", Integer.toUnsignedLong(frame.timestamp()) + " ms");
        row(
                table,
                "numbers",
                "OSeqno %s, ISeqno %s%s"
                        .formatted(frame.sent(), frame.expected(), frame.retry() ? ", retry" : ""));
        if (!told.words().startsWith("encrypted")) {
            Dump.fields(frame.body()).forEach(f -> row(table, f.name(), f.value()));
        }
        return table + "</table><pre>" + octets(frame) + "</pre></div>";
    }

    private static void row(StringBuilder table, String name, String value) {
        table.append("<tr><th scope=\"row\">")
                .append(Html.text(name))
                .append("</th><td>")
                .append(Html.text(value))
                .append("</td></tr>");
    }

    /// Nothing but digits, so nothing to be escaped.
    private static String octets(FullFrame frame) {
        var hex = hex(frame);
        var lines = new StringBuilder();
        for (int i = 0; i < hex.length; i += WIDTH) {
            lines.append("%03x ".formatted(i));
            for (int j = i; j < Math.min(i + WIDTH, hex.length); j++) {
                lines.append(' ').append(hex[j]);
            }
            lines.append('\n');
        }
        int left = FullFrame.HEADER + frame.body().data().length() - hex.length;
        return lines + (left > 0 ? "… " + left + " octets more" : "");
    }

    private static String[] hex(FullFrame frame) {
        var octets = frame.encode();
        boolean elements = frame.body().is(FrameType.IAX);
        var hex = new String[elements ? octets.length : Math.min(octets.length, ENOUGH)];
        for (int i = 0; i < hex.length; i++) {
            hex[i] = "%02x".formatted(octets[i]);
        }
        if (elements) {
            hide(frame, hex);
        }
        return hex;
    }

    private static void hide(FullFrame frame, String[] hex) {
        try {
            int at = FullFrame.HEADER;
            for (var element : Elements.parse(frame.body().data())) {
                at += 2;
                for (int i = 0; i < element.value().length(); i++, at++) {
                    hex[at] = element.isSecret() ? "··" : hex[at];
                }
            }
        } catch (MalformedFrame unreadable) {
            Arrays.fill(hex, FullFrame.HEADER, hex.length, "··");
        }
    }
}

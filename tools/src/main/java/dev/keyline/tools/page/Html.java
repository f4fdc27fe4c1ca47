package dev.keyline.tools.page;

import dev.keyline.tools.text.Plain;

/// Pieces of HTML. Texts may come from strangers: all of them pass here.
public final class Html {
    private Html() {}

    /// A text that is nothing but text, in elements and in attributes.
    public static String text(String any) {
        return Plain.of(any)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /// `<span class="late">words</span>`.
    public static String span(String kind, String words) {
        return "<span class=\"" + kind + "\">" + text(words) + "</span>";
    }
}

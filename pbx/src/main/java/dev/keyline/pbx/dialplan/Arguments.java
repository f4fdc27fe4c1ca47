package dev.keyline.pbx.dialplan;

import java.util.ArrayList;
import java.util.List;

/// The arguments of an application, split at commas. Commas in quotes, brackets, parentheses and
/// braces, and those written `\,`, do not split; quotes and the backslash are taken away.
public record Arguments(List<String> list) {
    public Arguments {
        list = List.copyOf(list);
    }

    public static Arguments of(String text) {
        var list = new ArrayList<String>();
        var word = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                word.append(text.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && depth == 0 && !quoted) {
                list.add(word.toString());
                word.setLength(0);
            } else {
                depth += quoted ? 0 : nesting(c, depth);
                word.append(c);
            }
        }
        list.add(word.toString());
        return new Arguments(list);
    }

    private static int nesting(char c, int depth) {
        return switch (c) {
            case '(', '[', '{' -> 1;
            case ')', ']', '}' -> depth > 0 ? -1 : 0;
            default -> 0;
        };
    }

    /// The argument at `index`, counted from 0, without blanks around it; empty when there is none.
    public String at(int index) {
        return index < list.size() ? list.get(index).strip() : "";
    }

    public int count() {
        return list.size() == 1 && list.getFirst().isEmpty() ? 0 : list.size();
    }
}

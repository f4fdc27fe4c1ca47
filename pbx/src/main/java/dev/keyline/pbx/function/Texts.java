package dev.keyline.pbx.function;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/// Functions of texts.
final class Texts {
    private Texts() {}

    static String md5(String text) {
        try {
            var md5 = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(md5.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    static String uriEncode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String uriDecode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    /// Keeps only the characters allowed, `0-9a-f` and so on: the guard for what callers dial.
    static String filter(String allowed, String text) {
        var kept = new StringBuilder();
        text.chars().filter(c -> isAllowed(allowed, c)).forEach(c -> kept.append((char) c));
        return kept.toString();
    }

    private static boolean isAllowed(String allowed, int c) {
        for (int i = 0; i < allowed.length(); i++) {
            boolean isRange = i + 2 < allowed.length() && allowed.charAt(i + 1) == '-';
            char from = allowed.charAt(i);
            char to = isRange ? allowed.charAt(i + 2) : from;
            if (c >= from && c <= to) {
                return true;
            }
            i += isRange ? 2 : 0;
        }
        return false;
    }

    /// Fields `1`, `2-3`, `2-`, joined by `&`, of a text split at a delimiter (`-` unless given).
    static String cut(String text, String delimiter, String wanted) {
        var mark = delimiter.isEmpty() ? "-" : delimiter.substring(0, 1);
        var fields = text.split(Pattern.quote(mark), -1);
        var kept = new ArrayList<String>();
        for (var range : wanted.split("&", -1)) {
            var ends = range.split("-", 2);
            int from = number(ends[0], 1);
            int to = ends.length == 1 ? from : number(ends[1], fields.length);
            for (int i = Math.max(1, from); i <= Math.min(to, fields.length); i++) {
                kept.add(fields[i - 1]);
            }
        }
        return String.join(mark, kept);
    }

    static String fields(String text, String delimiter) {
        return text.isEmpty() || delimiter.isEmpty()
                ? "0"
                : Integer.toString(text.split(Pattern.quote(delimiter.substring(0, 1)), -1).length);
    }

    /// `key:value` pairs, the keys in order of their values.
    static String sort(List<String> pairs) {
        return pairs.stream()
                .filter(pair -> pair.contains(":"))
                .sorted(
                        Comparator.comparingDouble(
                                pair -> weight(pair.substring(pair.indexOf(':') + 1))))
                .map(pair -> pair.substring(0, pair.indexOf(':')))
                .reduce((a, b) -> a + "," + b)
                .orElse("");
    }

    private static double weight(String text) {
        return text.strip().matches("-?\\d{1,15}(\\.\\d{1,15})?")
                ? Double.parseDouble(text.strip())
                : 0;
    }

    /// `yes:no`; a missing branch is empty.
    static String branch(String branches, boolean yes) {
        int colon = branches.indexOf(':');
        if (colon < 0) {
            return yes ? branches.strip() : "";
        }
        return (yes ? branches.substring(0, colon) : branches.substring(colon + 1)).strip();
    }

    private static int number(String text, int otherwise) {
        return text.strip().matches("\\d{1,6}") ? Integer.parseInt(text.strip()) : otherwise;
    }
}

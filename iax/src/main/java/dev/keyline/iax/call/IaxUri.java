package dev.keyline.iax.call;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The address of RFC 5456 §5.1: `iax:[user@]host[:port][/number[?context]]`, with `%` and two
/// hexadecimal digits for what could not stand there otherwise.
///
/// Read as a dial string, so that all that follows is the same. Two liberties: a key and a secret
/// may follow the user as in dial strings, and `//` may stand before the host, where most schemes
/// have it.
public final class IaxUri {
    private static final String SCHEME = "iax:";

    private IaxUri() {}

    /// Reads either form, in places where people write an address and no dialplan is involved. The
    /// user `iax` of a dial string is written after `IAX2/` there.
    public static DialString orDialString(String text) {
        return isUri(text) ? parse(text) : DialString.parse(text);
    }

    private static boolean isUri(String text) {
        return text.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    private static DialString parse(String text) {
        var rest = text.substring(SCHEME.length());
        rest = rest.startsWith("//") ? rest.substring(2) : rest;
        int slash = rest.indexOf('/');
        var authority = slash < 0 ? rest : rest.substring(0, slash);
        var path = slash < 0 ? "" : rest.substring(slash + 1);
        int mark = path.indexOf('?');
        var number = mark < 0 ? path : path.substring(0, mark);
        var context = mark < 0 ? Optional.<String>empty() : Optional.of(path.substring(mark + 1));
        var who = DialString.parse(authority);
        var remarks = new ArrayList<>(who.remarks());
        var exten = plain(number, remarks);
        return new DialString(
                who.username().map(name -> plain(name, remarks)),
                who.secret(),
                who.key(),
                who.peer(),
                who.port(),
                exten.isEmpty() ? "s" : exten,
                context.map(name -> plain(name, remarks)),
                false,
                remarks);
    }

    /// Without escapes; a `%` that begins none stands for itself.
    private static String plain(String text, List<String> remarks) {
        var escaped = text.getBytes(StandardCharsets.UTF_8);
        var plain = new byte[escaped.length];
        int length = 0;
        for (int i = 0; i < escaped.length; i++) {
            int octet = escaped[i] == '%' ? octet(escaped, i + 1) : -1;
            if (escaped[i] == '%' && octet < 0) {
                remarks.add(
                        "a '%' in '"
                                + text
                                + "' has no two hexadecimal digits after it;"
                                + " a percent sign is written %25");
            }
            plain[length++] = octet < 0 ? escaped[i] : (byte) octet;
            i += octet < 0 ? 0 : 2;
        }
        return new String(plain, 0, length, StandardCharsets.UTF_8);
    }

    private static int octet(byte[] text, int at) {
        if (at + 1 >= text.length) {
            return -1;
        }
        int high = Character.digit(text[at], 16);
        int low = Character.digit(text[at + 1], 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }
}

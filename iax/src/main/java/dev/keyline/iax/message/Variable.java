package dev.keyline.iax.message;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.InformationElement;
import dev.keyline.iax.wire.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// A channel variable that travels with a call: Asterisk's IAXVAR. RFC 5456 lists element 52 as
/// OSPTOKEN; every Asterisk since 1.6.0 uses it for variables, and so do we.
///
/// @param name 1 to 80 characters, without `=` and control characters
/// @param value any length: what does not fit one element continues in the next of the same name
public record Variable(String name, String value) {
    /// Elements with variables that are taken out of one frame; a longer list is an attack.
    static final int MOST_ELEMENTS = 64;

    /// Octets of variables that a NEW of ours has room for. Asterisk has 1024 for everything in a
    /// frame and leaves out what does not fit; no receiver reads a frame of more than 4096.
    private static final int ROOM = 3072;

    public Variable {
        if (!isName(name)) {
            throw new IllegalArgumentException("not the name of a variable: \"" + name + "\"");
        }
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= Texts.MAX_NAME
                && name.indexOf('=') < 0
                && name.chars().noneMatch(Character::isISOControl);
    }

    /// Whether these can travel together in one NEW.
    public static boolean fit(List<Variable> all) {
        var pieces = all.stream().flatMap(one -> one.pieces().stream()).toList();
        int octets = pieces.stream().mapToInt(p -> p.length() + InformationElement.HEADER).sum();
        return pieces.size() <= MOST_ELEMENTS && octets <= ROOM;
    }

    /// The elements that carry this variable. Pieces end between characters, so that a receiver
    /// which decodes each on its own reads the same.
    List<Bytes> pieces() {
        var pieces = new ArrayList<Bytes>();
        int room = InformationElement.MAX_LENGTH - Bytes.utf8(name).length() - 1;
        var left = value;
        do {
            var piece = Texts.beginning(left, room);
            pieces.add(Bytes.utf8(name + "=" + piece));
            left = left.substring(piece.length());
        } while (!left.isEmpty());
        return pieces;
    }

    /// Reads all variables, in the order of their first pieces; one without `=` or a sensible name
    /// is skipped, and values lose their control characters: they end up in logs and dialplans.
    static List<Variable> read(Fields in) {
        var collected = new LinkedHashMap<String, Writer>();
        for (var element : in.all()) {
            if (element.id() == ElementId.VARIABLE.number()) {
                collect(element.value(), collected);
            }
        }
        var variables = new ArrayList<Variable>();
        collected.forEach((n, v) -> variables.add(new Variable(n, text(v.toBytes()))));
        return variables;
    }

    private static String text(Bytes value) {
        return Texts.withoutControls(Texts.decodeAll(value));
    }

    private static void collect(Bytes element, LinkedHashMap<String, Writer> into) {
        int equals = 0;
        while (equals < element.length() && element.at(equals) != '=') {
            equals++;
        }
        var name = Texts.decode(element.slice(0, equals));
        if (equals < element.length() && isName(name)) {
            var value = element.slice(equals + 1, element.length() - equals - 1);
            into.computeIfAbsent(name, _ -> new Writer()).bytes(Texts.upToNul(value));
        }
    }
}

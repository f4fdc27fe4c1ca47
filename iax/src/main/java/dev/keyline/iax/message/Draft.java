package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.Elements;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.InformationElement;
import dev.keyline.iax.wire.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects the elements of a message in the order in which they are to stand. What is null (and an
/// empty text) is left out, so that a `body()` reads as a list of its elements.
final class Draft {
    private final List<InformationElement> list = new ArrayList<>();

    /// Null for 0: for numbers whose absence means 0.
    static @Nullable Integer nonZero(int number) {
        return number == 0 ? null : number;
    }

    Draft octets(ElementId id, @Nullable Bytes value) {
        if (value != null) {
            list.add(new InformationElement(id.number(), value));
        }
        return this;
    }

    Draft text(ElementId id, @Nullable String text) {
        return text == null || text.isEmpty() ? this : octets(id, Bytes.utf8(Texts.fit(text)));
    }

    Draft flag(ElementId id, boolean present) {
        return present ? octets(id, Bytes.EMPTY) : this;
    }

    Draft u8(ElementId id, @Nullable Integer number) {
        return number == null ? this : octets(id, Bytes.of(number));
    }

    Draft u16(ElementId id, @Nullable Integer number) {
        return number == null ? this : octets(id, new Writer().u16(number).toBytes());
    }

    Draft u32(ElementId id, @Nullable Integer number) {
        return number == null ? this : octets(id, new Writer().i32(number).toBytes());
    }

    /// A format mask twice: the low half for everybody, the whole for Asterisk 1.8 and later.
    Draft mask(ElementId narrow, ElementId wide, long mask) {
        return u32(narrow, (int) mask).octets(wide, new Writer().u8(0).i64(mask).toBytes());
    }

    Draft result(AuthResult result) {
        return switch (result) {
            case AuthResult.Rsa(String base64) -> text(ElementId.RSA_RESULT, base64);
            case AuthResult.Md5(String hex) -> text(ElementId.MD5_RESULT, hex);
            case AuthResult.Password(String text) -> text(ElementId.PASSWORD, text);
            case AuthResult.None() -> this;
        };
    }

    Draft variables(List<Variable> variables) {
        variables.forEach(one -> one.pieces().forEach(p -> octets(ElementId.VARIABLE, p)));
        return this;
    }

    Body body(IaxCommand command) {
        return of(command, new Elements(list));
    }

    static Body of(IaxCommand command, Elements elements) {
        return Body.of(FrameType.IAX, command.number(), elements.encode());
    }

    /// A message that has no elements.
    static Body bare(IaxCommand command) {
        return of(command, Elements.NONE);
    }
}

package dev.keyline.pbx.exchange;

import dev.keyline.iax.message.CallerId;
import dev.keyline.pbx.conf.CallerIdText;
import java.util.Locale;
import java.util.Optional;

/// `CALLERID(num|name|all|ani|dnid|rdnis|pres|ton)`.
final class CallerIdFunction {
    private CallerIdFunction() {}

    static String read(CallerId id, String part) {
        return switch (part.toLowerCase(Locale.ROOT)) {
            case "num", "number" -> id.number();
            case "name" -> id.name();
            case "all" -> "\"" + id.name() + "\" <" + id.number() + ">";
            case "ani", "ani-num" -> id.ani();
            case "dnid", "dnid-num" -> id.dnid();
            case "rdnis" -> id.rdnis();
            case "pres", "num-pres" -> String.valueOf(id.presentation());
            case "ton" -> String.valueOf(id.typeOfNumber());
            default -> "";
        };
    }

    /// The id with one part changed; empty when there is no such part to set.
    static Optional<CallerId> write(CallerId id, String part, String value) {
        return switch (part.toLowerCase(Locale.ROOT)) {
            case "num", "number" -> Optional.of(with(id, value, id.name(), id.ani()));
            case "name" -> Optional.of(with(id, id.number(), value, id.ani()));
            case "ani", "ani-num" -> Optional.of(with(id, id.number(), id.name(), value));
            case "all" -> {
                var both = CallerIdText.parse(value);
                yield Optional.of(with(id, both.number(), both.name(), id.ani()));
            }
            default -> Optional.empty();
        };
    }

    private static CallerId with(CallerId id, String number, String name, String ani) {
        boolean hidden = id.presentation() == CallerId.NOT_AVAILABLE;
        return new CallerId(
                number,
                name,
                ani,
                hidden ? CallerId.ALLOWED : id.presentation(),
                id.typeOfNumber(),
                id.transitNetwork(),
                id.ani2(),
                id.dnid(),
                id.rdnis());
    }
}

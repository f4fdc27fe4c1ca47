package dev.keyline.pbx.exchange;

import dev.keyline.iax.message.CallerId;
import dev.keyline.pbx.channel.CallerIdDraft;
import dev.keyline.pbx.conf.CallerIdText;
import java.util.Locale;
import java.util.Optional;

/// `CALLERID(num|name|all|ani|ani2|dnid|rdnis|pres|ton)`, and Asterisk's longer names for them. The
/// protocol has one presentation and one type of number; those of name and number are the same.
final class CallerIdFunction {
    private CallerIdFunction() {}

    static String read(CallerId id, String part) {
        return switch (part.toLowerCase(Locale.ROOT)) {
            case "num", "number" -> id.number();
            case "name" -> id.name();
            case "all" -> "\"" + id.name() + "\" <" + id.number() + ">";
            case "ani", "ani-num" -> id.ani();
            case "ani2" -> String.valueOf(id.ani2());
            case "dnid", "dnid-num" -> id.dnid();
            case "rdnis" -> id.rdnis();
            case "pres", "num-pres", "name-pres" -> Presentation.word(id.presentation());
            case "ton", "num-plan" -> String.valueOf(id.typeOfNumber());
            case "num-valid" -> id.number().isEmpty() ? "0" : "1";
            case "name-valid" -> id.name().isEmpty() ? "0" : "1";
            default -> "";
        };
    }

    /// The id with one part changed; empty when there is no such part to set, or the value is none
    /// for it.
    static Optional<CallerId> write(CallerId id, String part, String value) {
        var draft = new CallerIdDraft(id);
        var changed =
                switch (part.toLowerCase(Locale.ROOT)) {
                    case "num", "number" -> Optional.of(draft.number(value));
                    case "name" -> Optional.of(draft.name(value));
                    case "all" -> Optional.of(both(draft, CallerIdText.parse(value)));
                    case "ani", "ani-num" -> Optional.of(draft.ani(value));
                    case "ani2" -> number(value).map(draft::ani2);
                    case "dnid", "dnid-num" -> Optional.of(draft.dnid(value));
                    case "rdnis" -> Optional.of(draft.rdnis(value));
                    case "pres", "num-pres", "name-pres" ->
                            Presentation.value(value).map(draft::presentation);
                    case "ton", "num-plan" -> Presentation.octet(value).map(draft::typeOfNumber);
                    default -> Optional.<CallerIdDraft>empty();
                };
        return changed.map(CallerIdDraft::finished);
    }

    private static CallerIdDraft both(CallerIdDraft draft, CallerIdText text) {
        return draft.number(text.number()).name(text.name());
    }

    private static Optional<Integer> number(String text) {
        return text.strip().matches("\\d{1,9}")
                ? Optional.of(Integer.parseInt(text.strip()))
                : Optional.empty();
    }
}

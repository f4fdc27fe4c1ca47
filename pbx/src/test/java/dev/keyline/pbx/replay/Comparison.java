package dev.keyline.pbx.replay;

import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.InformationElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What in an answer of ours means something else than in the recorded one.
final class Comparison {
    /// The elements that the other side acts on and that chance has no part in.
    private static final Set<ElementId> MEANT =
            Set.of(
                    ElementId.CALLED_NUMBER,
                    ElementId.CALLED_CONTEXT,
                    ElementId.CALLING_NUMBER,
                    ElementId.CALLING_NAME,
                    ElementId.CALLINGPRES,
                    ElementId.RDNIS,
                    ElementId.VARIABLE,
                    ElementId.USERNAME,
                    ElementId.PASSWORD,
                    ElementId.AUTHMETHODS,
                    ElementId.ENCRYPTION,
                    ElementId.REFRESH,
                    ElementId.APPARENT_ADDR,
                    ElementId.MSGCOUNT,
                    ElementId.DPSTATUS,
                    ElementId.CAUSECODE,
                    ElementId.IAX_UNKNOWN,
                    ElementId.MUSICONHOLD);

    private Comparison() {}

    static List<String> of(FullFrame then, FullFrame now) {
        var kind = Kinds.of(then);
        var different = new ArrayList<String>();
        for (var id : ElementId.values()) {
            if (counts(id, kind, then) && !values(then, id).equals(values(now, id))) {
                different.add(
                        "%s.%s is %s, was %s"
                                .formatted(
                                        kind, id, shown(values(now, id)), shown(values(then, id))));
            }
        }
        return different;
    }

    private static boolean counts(ElementId id, String kind, FullFrame then) {
        return switch (id) {
            case FORMAT, FORMAT2 -> kind.equals("ACCEPT");
            case MD5_RESULT, RSA_RESULT -> true;
            default -> MEANT.contains(id);
        };
    }

    private static List<InformationElement> values(FullFrame frame, ElementId id) {
        return Kinds.elements(frame).stream()
                .filter(element -> element.id() == id.number())
                .toList();
    }

    private static String shown(List<InformationElement> values) {
        return values.isEmpty()
                ? "absent"
                : values.getFirst().isSecret()
                        ? "another"
                        : Optional.of(values.getFirst().value().asHex()).get();
    }
}

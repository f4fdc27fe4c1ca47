package dev.keyline.iax.message;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.Elements;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a `toString` may say about octets that are nobody's business.
final class Hidden {
    private Hidden() {}

    static String of(@Nullable Bytes secret) {
        return secret == null ? "none" : "(" + secret.length() + " octets)";
    }

    static String of(String secret) {
        return "(" + secret.length() + " characters)";
    }

    /// Names and lengths only: provisioning blocks carry passwords.
    static String of(Elements elements) {
        return elements.list().stream()
                .map(one -> name(one.id()) + of(one.value()))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String name(int number) {
        var id = ElementId.of(number);
        return id == null ? "element " + number : id.name();
    }
}

package dev.keyline.iax.auth;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// A way to prove who you are (AUTHMETHODS, RFC 5456 §8.6.13). The RFC has withdrawn plaintext;
/// Asterisk still offers it, so it has a name here, but nobody answers with it unless told to.
public enum AuthMethod {
    PLAINTEXT(1),
    MD5(2),
    RSA(4);

    private final int bit;

    AuthMethod(int bit) {
        this.bit = bit;
    }

    public int bit() {
        return bit;
    }

    /// The word used in `auth=` lines.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static int mask(Set<AuthMethod> methods) {
        return methods.stream().mapToInt(AuthMethod::bit).sum();
    }

    /// The methods in a mask; bits nobody named are left out.
    public static Set<AuthMethod> in(int mask) {
        var methods = EnumSet.noneOf(AuthMethod.class);
        for (var method : values()) {
            if ((mask & method.bit) != 0) {
                methods.add(method);
            }
        }
        return methods;
    }

    /// The methods as words, strongest first, for people: `rsa, md5`.
    public static String words(Set<AuthMethod> methods) {
        return methods.isEmpty()
                ? "none"
                : methods.stream()
                        .sorted((a, b) -> b.bit - a.bit)
                        .map(AuthMethod::word)
                        .collect(Collectors.joining(", "));
    }
}

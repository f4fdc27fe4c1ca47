package dev.keyline.iax.auth;

import dev.keyline.iax.message.AuthResult;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
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

    /// The method of an answer, if it is one.
    public static Optional<AuthMethod> of(AuthResult answer) {
        return switch (answer) {
            case AuthResult.Rsa _ -> Optional.of(RSA);
            case AuthResult.Md5 _ -> Optional.of(MD5);
            case AuthResult.Password _ -> Optional.of(PLAINTEXT);
            case AuthResult.None _ -> Optional.empty();
        };
    }

    public static int mask(Set<AuthMethod> methods) {
        int mask = 0;
        for (var method : methods) {
            mask |= method.bit;
        }
        return mask;
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

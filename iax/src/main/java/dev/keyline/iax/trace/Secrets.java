package dev.keyline.iax.trace;

import dev.keyline.iax.auth.Md5;
import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.cipher.Cipher;
import dev.keyline.iax.wire.Bytes;
import java.util.List;
import java.util.Optional;

/// The shared secrets a reader knows, with the names under which he knows them. They check answers
/// and open encrypted calls; they are never shown.
///
/// @param all most likely first
public record Secrets(List<Named> all) {
    public static final Secrets NONE = new Secrets(List.of());

    /// A secret, and whose it is: `desk (iax.conf:12)`.
    public record Named(String name, Secret secret) {}

    public Secrets {
        all = List.copyOf(all);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /// Whose secret made an MD5 answer; empty if none of these did.
    public Optional<String> whoAnswered(Bytes challenge, String hex) {
        return all.stream()
                .filter(one -> Md5.matches(hex, challenge, one.secret()))
                .map(Named::name)
                .findFirst();
    }

    /// Whose secret a password in clear is.
    public Optional<String> whose(String password) {
        return all.stream()
                .filter(one -> one.secret().equals(secret(password)))
                .map(Named::name)
                .findFirst();
    }

    private static Secret secret(String password) {
        return new Secret(password.isEmpty() ? "\0" : password);
    }

    /// The keys that a call may have after this challenge.
    List<Cipher> keys(Bytes challenge) {
        return all.stream().map(one -> Cipher.from(challenge, one.secret())).toList();
    }
}

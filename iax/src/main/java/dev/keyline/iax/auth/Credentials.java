package dev.keyline.iax.auth;

import dev.keyline.iax.wire.Bytes;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What the calling side has to show, and what it is willing to.
///
/// Asterisk lets the called side choose, down to sending the secret in clear. Here `auth=` binds
/// both directions: a method that is not in `willing` is never used, and somebody with a key does
/// not fall back to a secret because the other side would like it.
///
/// @param username the name to present, possibly empty
/// @param key name of the private key, as in `[name]` or `outkey=`
/// @param willing the methods we may answer with
public record Credentials(
        String username, Optional<String> key, Optional<Secret> secret, Set<AuthMethod> willing) {
    public Credentials {
        willing = Set.copyOf(willing);
    }

    /// The usual policy without an `auth=` line: with a key RSA alone, with a secret MD5 alone.
    public static Credentials usual(
            String username, Optional<String> key, Optional<Secret> secret) {
        var willing = EnumSet.noneOf(AuthMethod.class);
        if (key.isPresent()) {
            willing.add(AuthMethod.RSA);
        } else if (secret.isPresent()) {
            willing.add(AuthMethod.MD5);
        }
        return new Credentials(username, key, secret, willing);
    }

    public static Credentials none(String username) {
        return usual(username, Optional.empty(), Optional.empty());
    }

    /// How to answer a challenge: RSA before MD5 before plaintext, among what they offer and we are
    /// willing to do and can.
    ///
    /// @param offered the methods the other side accepts
    /// @param challenge the text to sign; absent when they offer plaintext alone
    public Answer answer(Set<AuthMethod> offered, Optional<Bytes> challenge, KeyRing ring) {
        var common = EnumSet.noneOf(AuthMethod.class);
        common.addAll(offered);
        common.retainAll(willing);
        if (common.contains(AuthMethod.RSA)) {
            return rsa(challenge, ring);
        }
        if (common.contains(AuthMethod.MD5)) {
            return md5(challenge);
        }
        if (common.contains(AuthMethod.PLAINTEXT) && secret.isPresent()) {
            return new Answer.Password(secret.get());
        }
        return new Answer.Cannot(nothingInCommon(offered));
    }

    private Answer rsa(Optional<Bytes> challenge, KeyRing ring) {
        if (key.isEmpty()) {
            return new Answer.Cannot(
                    "they want an RSA signature and no key is named: write outkey=NAME in the"
                            + " peer section, or [NAME] in the dial string");
        }
        var objection = new Challenge(challenge.orElse(Bytes.EMPTY)).objection();
        if (objection.isPresent()) {
            return new Answer.Cannot(objection.get() + "; nothing was signed");
        }
        return switch (ring.privateKey(key.get())) {
            case KeyRing.Found<java.security.interfaces.RSAPrivateKey> found ->
                    new Answer.SignWith(
                            key.get(), found.key(), found.fingerprint(), challenge.orElseThrow());
            case KeyRing.OutOfTerm<?> late ->
                    new Answer.Cannot("private key '" + key.get() + "': " + late.why());
            case KeyRing.Missing<?> missing ->
                    new Answer.Cannot("private key '" + key.get() + "': " + missing.why());
        };
    }

    private Answer md5(Optional<Bytes> challenge) {
        if (secret.isEmpty()) {
            return new Answer.Cannot(
                    "they want MD5 over a shared secret and none is set: write secret= in the"
                            + " peer section");
        }
        return challenge.isEmpty() || challenge.get().isEmpty()
                ? new Answer.Cannot("they offered MD5 without a challenge")
                : new Answer.Digest(Md5.answer(challenge.get(), secret.get()));
    }

    private String nothingInCommon(Set<AuthMethod> offered) {
        var ours =
                willing.isEmpty()
                        ? "we have neither a key nor a secret for them"
                        : "we are willing to use " + AuthMethod.words(willing) + " only";
        var cure =
                !offered.contains(AuthMethod.RSA)
                                && offered.contains(AuthMethod.MD5)
                                && secret.isPresent()
                        ? "; to allow it, write auth=rsa,md5 in the peer section"
                        : offered.contains(AuthMethod.RSA)
                                ? "; name a key with outkey= or [NAME]"
                                : "";
        return "they offer " + AuthMethod.words(offered) + ", " + ours + cure;
    }
}

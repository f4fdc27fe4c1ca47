package dev.keyline.tools.capture;

import dev.keyline.iax.auth.Rsa;
import dev.keyline.iax.trace.SignatureCheck;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.keys.ring.Entry;
import dev.keyline.keys.ring.Fingerprint;
import dev.keyline.keys.ring.KeyRing;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The keys of a directory as possible signers. Both halves serve: a private key has its public one
/// within, so whoever looks at the calling side need not have copied it.
public final class Signers implements SignatureCheck {
    private record Signer(String name, RSAPublicKey key) {}

    private final List<Signer> signers;

    public Signers(KeyRing ring) {
        var byFingerprint = new LinkedHashMap<Fingerprint, Signer>();
        ring.entries().forEach(entry -> add(entry, byFingerprint));
        signers = List.copyOf(byFingerprint.values());
    }

    private static void add(Entry entry, Map<Fingerprint, Signer> to) {
        var key =
                switch (entry) {
                    case Entry.Public it -> Optional.of(it.key());
                    case Entry.Private it -> publicHalf(it);
                    case Entry.Locked _ -> Optional.<RSAPublicKey>empty();
                };
        key.ifPresent(
                it ->
                        to.merge(
                                Fingerprint.of(it),
                                new Signer(entry.name(), it),
                                Signers::underBothNames));
    }

    /// One key in two files: both names are true.
    private static Signer underBothNames(Signer one, Signer other) {
        return one.name().equals(other.name())
                ? one
                : new Signer(one.name() + " or " + other.name(), one.key());
    }

    private static Optional<RSAPublicKey> publicHalf(Entry.Private entry) {
        if (!(entry.key() instanceof RSAPrivateCrtKey key)) {
            return Optional.empty();
        }
        try {
            var numbers = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
            return Optional.of(
                    (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(numbers));
        } catch (GeneralSecurityException tooOdd) {
            return Optional.empty();
        }
    }

    /// The name of the key with its fingerprint: `bkey (SHA256:...)`.
    @Override
    public Optional<String> whoSigned(Bytes challenge, String base64) {
        return signer(challenge, base64)
                .map(it -> it.name() + " (" + Fingerprint.of(it.key()) + ")");
    }

    /// The same with names alone, where there is no room for a fingerprint.
    public SignatureCheck names() {
        return (challenge, base64) -> signer(challenge, base64).map(Signer::name);
    }

    private Optional<Signer> signer(Bytes challenge, String base64) {
        return Rsa.decode(base64)
                .flatMap(
                        signature ->
                                signers.stream()
                                        .filter(it -> Rsa.verify(it.key(), challenge, signature))
                                        .findFirst());
    }
}

package dev.keyline.iax.trace;

import dev.keyline.iax.wire.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The public keys beside the recordings, as a check of signatures: SHA-1 with RSA, PKCS#1 v1.5,
/// over the digits of the challenge.
final class Keys implements SignatureCheck {
    private static final Path FOLDER = Path.of("src/test/resources/captures/keys");
    private static final Keys ALL =
            new Keys(
                    List.of(
                            "akey",
                            "b2key",
                            "bkey",
                            "ckey",
                            "k1017",
                            "locked",
                            "trad",
                            "tradlocked"));

    private final Map<String, PublicKey> keys = new TreeMap<>();

    private Keys(List<String> names) {
        names.forEach(name -> keys.put(name, load(name)));
    }

    static Keys all() {
        return ALL;
    }

    private static PublicKey load(String name) {
        try {
            var pem = Files.readString(FOLDER.resolve(name + ".pub"));
            var der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
        } catch (IOException | GeneralSecurityException unusable) {
            throw new AssertionError(name, unusable);
        }
    }

    @Override
    public Optional<String> whoSigned(Bytes challenge, String base64) {
        return keys.entrySet().stream()
                .filter(entry -> verifies(entry.getValue(), challenge, base64))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean verifies(PublicKey key, Bytes challenge, String base64) {
        try {
            var check = Signature.getInstance("SHA1withRSA");
            check.initVerify(key);
            check.update(challenge.toArray());
            return check.verify(Base64.getDecoder().decode(base64));
        } catch (GeneralSecurityException | IllegalArgumentException notASignature) {
            return false;
        }
    }
}

package dev.keyline.keys.pem;

import java.io.IOException;
import java.security.interfaces.RSAPublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.util.io.pem.PemObject;

/// What a file that should hold a public key turned out to be.
public sealed interface PemPublicKey {
    record Usable(RSAPublicKey key) implements PemPublicKey {}

    record Unusable(Fault fault) implements PemPublicKey {}

    /// Reads `PUBLIC KEY` (SubjectPublicKeyInfo) and `RSA PUBLIC KEY` (PKCS#1). Text around the
    /// first PEM object, and everything after it, is ignored. Never throws, whatever the octets
    /// are.
    ///
    /// @param file the whole content of the file
    static PemPublicKey read(byte[] file) {
        try {
            return new Usable(key(Armour.open(file)));
        } catch (FaultFound e) {
            return new Unusable(e.fault());
        }
    }

    static RSAPublicKey key(PemObject object) throws FaultFound {
        return switch (object.getType()) {
            case "PUBLIC KEY" -> spki(object.getContent());
            case "RSA PUBLIC KEY" -> pkcs1(object.getContent());
            case "PRIVATE KEY", "RSA PRIVATE KEY", "ENCRYPTED PRIVATE KEY" ->
                    throw new FaultFound(new Fault.PrivateNotPublic());
            case String other -> throw new FaultFound(Algorithm.strange(other));
        };
    }

    private static RSAPublicKey spki(byte[] der) throws FaultFound {
        var info = Structure.decode("PUBLIC KEY", () -> SubjectPublicKeyInfo.getInstance(der));
        Algorithm.requireRsa(info.getAlgorithm());
        return pkcs1(Structure.decode("PUBLIC KEY", () -> octets(info)));
    }

    private static byte[] octets(SubjectPublicKeyInfo info) throws IOException {
        return info.parsePublicKey().getEncoded();
    }

    private static RSAPublicKey pkcs1(byte[] der) throws FaultFound {
        var numbers =
                Structure.decode(
                        "RSA PUBLIC KEY",
                        () -> org.bouncycastle.asn1.pkcs.RSAPublicKey.getInstance(der));
        return RsaNumbers.publicKey(numbers.getModulus(), numbers.getPublicExponent());
    }
}

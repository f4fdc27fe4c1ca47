package dev.keyline.keys.pem;

import java.util.Map;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/// What kind of key a structure announces, in the words people know.
final class Algorithm {
    /// By object identifier: RFC 8017 appendix C, RFC 3279 §2.3, RFC 8410 §3.
    private static final Map<String, String> NAMES =
            Map.of(
                    "1.2.840.113549.1.1.10", "RSA-PSS",
                    "1.2.840.113549.1.1.7", "RSA-OAEP",
                    "1.2.840.10045.2.1", "EC",
                    "1.2.840.10040.4.1", "DSA",
                    "1.2.840.10046.2.1", "Diffie-Hellman",
                    "1.2.840.113549.1.3.1", "Diffie-Hellman",
                    "1.3.101.110", "X25519",
                    "1.3.101.111", "X448",
                    "1.3.101.112", "Ed25519",
                    "1.3.101.113", "Ed448");

    private Algorithm() {}

    /// Only `rsaEncryption` passes. RSA-PSS is a different promise: such a key must not make the
    /// PKCS#1 v1.5 signatures that IAX2 carries, and OpenSSL refuses to let it.
    static void requireRsa(AlgorithmIdentifier algorithm) throws FaultFound {
        var id = algorithm.getAlgorithm();
        if (!id.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            throw new FaultFound(
                    new Fault.WrongAlgorithm(NAMES.getOrDefault(id.getId(), id.getId())));
        }
    }

    /// The fault of a PEM object that is neither of the labels a reader takes.
    static Fault strange(String label) {
        return switch (label) {
            case "CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE" ->
                    new Fault.Certificate();
            case "EC PRIVATE KEY", "EC PARAMETERS" -> new Fault.WrongAlgorithm("EC");
            case "DSA PRIVATE KEY", "DSA PARAMETERS" -> new Fault.WrongAlgorithm("DSA");
            case "DH PARAMETERS", "X9.42 DH PARAMETERS" ->
                    new Fault.WrongAlgorithm("Diffie-Hellman");
            case "OPENSSH PRIVATE KEY" -> new Fault.OpenSsh();
            default -> new Fault.OtherObject(Armour.printable(label));
        };
    }
}

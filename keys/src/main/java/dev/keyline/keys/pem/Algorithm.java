package dev.keyline.keys.pem;

import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/// What kind of key a structure announces, in the words people know.
final class Algorithm {
    private static final Map<ASN1ObjectIdentifier, String> NAMES =
            Map.of(
                    PKCSObjectIdentifiers.id_RSASSA_PSS, "RSA-PSS",
                    PKCSObjectIdentifiers.id_RSAES_OAEP, "RSA-OAEP",
                    X9ObjectIdentifiers.id_ecPublicKey, "EC",
                    X9ObjectIdentifiers.id_dsa, "DSA",
                    X9ObjectIdentifiers.dhpublicnumber, "Diffie-Hellman",
                    PKCSObjectIdentifiers.dhKeyAgreement, "Diffie-Hellman",
                    EdECObjectIdentifiers.id_Ed25519, "Ed25519",
                    EdECObjectIdentifiers.id_Ed448, "Ed448",
                    EdECObjectIdentifiers.id_X25519, "X25519",
                    EdECObjectIdentifiers.id_X448, "X448");

    private Algorithm() {}

    /// Only `rsaEncryption` passes. RSA-PSS is a different promise: such a key must not make the
    /// PKCS#1 v1.5 signatures that IAX2 carries, and OpenSSL refuses to let it.
    static void requireRsa(AlgorithmIdentifier algorithm) throws FaultFound {
        var id = algorithm.getAlgorithm();
        if (!id.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            throw new FaultFound(new Fault.WrongAlgorithm(NAMES.getOrDefault(id, id.getId())));
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

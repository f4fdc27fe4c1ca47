package dev.keyline.keys.pem;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;

/// The function PBKDF2 repeats (RFC 8018 §5.2, appendix B.1).
public enum Prf {
    /// The default of the standard, written by OpenSSL before 1.1.
    HMAC_SHA1("HMAC-SHA1", PKCSObjectIdentifiers.id_hmacWithSHA1),
    /// What OpenSSL writes since 1.1.
    HMAC_SHA256("HMAC-SHA256", PKCSObjectIdentifiers.id_hmacWithSHA256);

    private final String label;
    private final String id;

    Prf(String label, ASN1ObjectIdentifier id) {
        this.label = label;
        this.id = id.getId();
    }

    static Optional<Prf> identified(ASN1ObjectIdentifier id) {
        return Arrays.stream(values()).filter(p -> p.id.equals(id.getId())).findFirst();
    }

    AlgorithmIdentifier identifier() {
        return new AlgorithmIdentifier(new ASN1ObjectIdentifier(id), DERNull.INSTANCE);
    }

    PBEParametersGenerator pbkdf2(Passphrase passphrase, byte[] salt, int rounds) {
        var derivation = new PKCS5S2ParametersGenerator(digest());
        derivation.init(passphrase.octets(), salt, rounds);
        return derivation;
    }

    private Digest digest() {
        return switch (this) {
            case HMAC_SHA1 -> new SHA1Digest();
            case HMAC_SHA256 -> new SHA256Digest();
        };
    }

    @Override
    public String toString() {
        return label;
    }
}

package dev.keyline.keys.pem;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.util.io.pem.PemObject;

/// Binary files carry no label, but the structures of keys differ in their first elements.
final class Der {
    private static final String WHAT = "key";

    private Der() {}

    /// The structure under the label it would have as PEM.
    static PemObject labelled(byte[] file) throws FaultFound {
        var parts = Structure.decode(WHAT, () -> ASN1Sequence.getInstance(file));
        return new PemObject(label(parts), file);
    }

    private static String label(ASN1Sequence parts) throws FaultFound {
        var second = parts.size() < 2 ? null : parts.getObjectAt(1);
        boolean beginsWithNumber = parts.size() > 0 && parts.getObjectAt(0) instanceof ASN1Integer;
        return switch (second) {
            case ASN1BitString _ -> "PUBLIC KEY";
            case ASN1OctetString _ when !beginsWithNumber -> "ENCRYPTED PRIVATE KEY";
            case ASN1Integer _ when parts.size() == 2 -> "RSA PUBLIC KEY";
            case ASN1Integer _ -> "RSA PRIVATE KEY";
            case ASN1Sequence _ when beginsWithNumber -> "PRIVATE KEY";
            case ASN1Sequence _ when isBits(parts, 2) -> "CERTIFICATE";
            case null, default ->
                    throw new FaultFound(new Fault.Damaged("its content is no key structure"));
        };
    }

    private static boolean isBits(ASN1Sequence parts, int place) {
        ASN1Encodable part = parts.size() > place ? parts.getObjectAt(place) : null;
        return part instanceof ASN1BitString;
    }

    /// The public key of a certificate (RFC 5280 §4.1). Its signature, names and dates are not
    /// looked at: who brings a certificate here vouches for it.
    static PemObject ofCertificate(byte[] der) throws FaultFound {
        var content = Structure.decode("CERTIFICATE", () -> spki(der));
        return new PemObject("PUBLIC KEY", content);
    }

    /// OpenSSL's TRUSTED CERTIFICATE has more behind the certificate; only the first structure
    /// counts.
    private static byte[] spki(byte[] der) throws IOException {
        try (var in = new ASN1InputStream(der)) {
            return Certificate.getInstance(in.readObject()).getSubjectPublicKeyInfo().getEncoded();
        }
    }
}

package dev.keyline.keys.pem;

import java.io.IOException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.Arrays;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.util.io.pem.PemObject;

/// The three PEM objects a private key comes in.
final class PrivateForm {
    private PrivateForm() {}

    static PemPrivateKey read(PemObject object) throws FaultFound {
        var der = object.getContent();
        return switch (object.getType()) {
            case "PRIVATE KEY" -> new PemPrivateKey.Usable(pkcs8(der));
            case "ENCRYPTED PRIVATE KEY" -> new PemPrivateKey.Locked(Pbes2.of(encrypted(der)));
            case "RSA PRIVATE KEY" -> traditional(object);
            case "PUBLIC KEY", "RSA PUBLIC KEY" ->
                    throw new FaultFound(new Fault.PublicNotPrivate());
            case String other -> throw new FaultFound(Algorithm.strange(other));
        };
    }

    static RSAPrivateCrtKey unlock(Protection protection, char[] passphrase) throws FaultFound {
        var der = protection.decrypt(passphrase);
        try {
            return protection instanceof Pbes2 ? pkcs8(der) : pkcs1(der);
        } catch (FaultFound e) {
            // One wrong passphrase in 256 leaves padding that looks right and rubbish under it.
            throw e.fault() instanceof Fault.Damaged
                    ? new FaultFound(new Fault.WrongPassphrase())
                    : e;
        } finally {
            Arrays.fill(der, (byte) 0);
        }
    }

    private static EncryptedPrivateKeyInfo encrypted(byte[] der) throws FaultFound {
        return Structure.decode(
                "ENCRYPTED PRIVATE KEY", () -> EncryptedPrivateKeyInfo.getInstance(der));
    }

    private static PemPrivateKey traditional(PemObject object) throws FaultFound {
        var locked = DekInfo.of(object);
        return locked.isPresent()
                ? new PemPrivateKey.Locked(locked.get())
                : new PemPrivateKey.Usable(pkcs1(object.getContent()));
    }

    private static RSAPrivateCrtKey pkcs8(byte[] der) throws FaultFound {
        var info = Structure.decode("PRIVATE KEY", () -> PrivateKeyInfo.getInstance(der));
        Algorithm.requireRsa(info.getPrivateKeyAlgorithm());
        return pkcs1(Structure.decode("PRIVATE KEY", () -> octets(info)));
    }

    private static byte[] octets(PrivateKeyInfo info) throws IOException {
        return info.parsePrivateKey().toASN1Primitive().getEncoded();
    }

    static RSAPrivateCrtKey pkcs1(byte[] der) throws FaultFound {
        var key = Structure.decode("RSA PRIVATE KEY", () -> RSAPrivateKey.getInstance(der));
        return RsaNumbers.privateKey(
                new RSAPrivateCrtKeySpec(
                        key.getModulus(),
                        key.getPublicExponent(),
                        key.getPrivateExponent(),
                        key.getPrime1(),
                        key.getPrime2(),
                        key.getExponent1(),
                        key.getExponent2(),
                        key.getCoefficient()));
    }
}

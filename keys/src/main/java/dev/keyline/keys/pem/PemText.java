package dev.keyline.keys.pem;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/// Writes keys as PEM text, octet for octet as openssl does (but for what is random).
public final class PemText {
    private static final AlgorithmIdentifier RSA =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);

    private PemText() {}

    /// `PUBLIC KEY`, the form of `astgenkey` and `openssl rsa -pubout`.
    public static byte[] of(RSAPublicKey key) {
        return Armour.close("PUBLIC KEY", "", spki(key.getModulus(), key.getPublicExponent()));
    }

    /// `RSA PUBLIC KEY`, the PKCS#1 form of `openssl rsa -RSAPublicKey_out`.
    public static byte[] pkcs1(RSAPublicKey key) {
        return Armour.close(
                "RSA PUBLIC KEY", "", der(numbers(key.getModulus(), key.getPublicExponent())));
    }

    /// `ssh-rsa ...`, the line that OpenSSH keeps in a `.pub` file.
    ///
    /// @param comment behind the key, in ASCII without line ends
    public static byte[] openSsh(RSAPublicKey key, String comment) {
        return OpenSshPublic.line(key, comment);
    }

    /// `PRIVATE KEY` (PKCS#8), not locked: what `openssl genrsa` writes since version 3.
    public static byte[] of(RSAPrivateCrtKey key) {
        return Armour.close("PRIVATE KEY", "", pkcs8(key));
    }

    /// `RSA PRIVATE KEY` (PKCS#1), not locked: what `openssl genrsa -traditional` writes.
    public static byte[] pkcs1(RSAPrivateCrtKey key) {
        return Armour.close("RSA PRIVATE KEY", "", der(numbers(key)));
    }

    /// A locked private key.
    ///
    /// @param passphrase stays the caller's, who wipes it
    /// @param chance for salt and initialisation vector
    public static byte[] locked(
            RSAPrivateCrtKey key, Lock lock, char[] passphrase, SecureRandom chance) {
        var plain = lock instanceof Lock.Pkcs8 ? pkcs8(key) : der(numbers(key));
        try {
            return locked(plain, lock, passphrase, chance);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + lock, e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static byte[] locked(byte[] plain, Lock lock, char[] passphrase, SecureRandom chance)
            throws GeneralSecurityException {
        return switch (lock) {
            case Lock.Pkcs8 how ->
                    Armour.close(
                            "ENCRYPTED PRIVATE KEY",
                            "",
                            Pbes2.encrypt(plain, how, passphrase, chance));
            case Lock.Traditional how -> {
                var sealed = DekInfo.encrypt(plain, how, passphrase, chance);
                yield Armour.close("RSA PRIVATE KEY", sealed.headers(), sealed.cipherText());
            }
        };
    }

    /// The DER of a SubjectPublicKeyInfo, the octets a fingerprint is made of.
    public static byte[] spki(BigInteger modulus, BigInteger exponent) {
        try {
            return der(new SubjectPublicKeyInfo(RSA, numbers(modulus, exponent)));
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
    }

    private static byte[] pkcs8(RSAPrivateCrtKey key) {
        try {
            return der(new PrivateKeyInfo(RSA, numbers(key)));
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
    }

    private static org.bouncycastle.asn1.pkcs.RSAPublicKey numbers(
            BigInteger modulus, BigInteger exponent) {
        return new org.bouncycastle.asn1.pkcs.RSAPublicKey(modulus, exponent);
    }

    private static RSAPrivateKey numbers(RSAPrivateCrtKey key) {
        return new RSAPrivateKey(
                key.getModulus(),
                key.getPublicExponent(),
                key.getPrivateExponent(),
                key.getPrimeP(),
                key.getPrimeQ(),
                key.getPrimeExponentP(),
                key.getPrimeExponentQ(),
                key.getCrtCoefficient());
    }

    private static byte[] der(ASN1Object structure) {
        try {
            return structure.getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
    }
}

package dev.keyline.keys.pem;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/// A PKCS#8 key under PBES2 with PBKDF2 (RFC 8018 §6.2), OpenSSL's form since 1.0 and that of
/// `astgenkey` with OpenSSL 3.
final class Pbes2 implements Protection {
    private static final String WHAT = "ENCRYPTED PRIVATE KEY";
    private static final int SALT_OCTETS = 16;

    private final Lock.Pkcs8 lock;
    private final byte[] salt;
    private final byte[] iv;
    private final byte[] cipherText;

    private Pbes2(Lock.Pkcs8 lock, byte[] salt, byte[] iv, byte[] cipherText) {
        this.lock = lock;
        this.salt = salt;
        this.iv = iv;
        this.cipherText = cipherText;
    }

    static Pbes2 of(EncryptedPrivateKeyInfo info) throws FaultFound {
        var outer = info.getEncryptionAlgorithm();
        if (!outer.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
            throw unknown("scheme " + outer.getAlgorithm().getId());
        }
        var scheme =
                Structure.decode(WHAT, () -> PBES2Parameters.getInstance(outer.getParameters()));
        var derivation = derivation(scheme.getKeyDerivationFunc());
        var cipher = cipher(scheme.getEncryptionScheme(), derivation);
        var lock = new Lock.Pkcs8(cipher, prf(derivation), rounds(derivation));
        return new Pbes2(
                lock,
                derivation.getSalt(),
                iv(scheme.getEncryptionScheme(), cipher),
                info.getEncryptedData());
    }

    private static PBKDF2Params derivation(KeyDerivationFunc function) throws FaultFound {
        if (!function.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)) {
            throw unknown("key derivation " + function.getAlgorithm().getId());
        }
        return Structure.decode(WHAT, () -> PBKDF2Params.getInstance(function.getParameters()));
    }

    private static PemCipher cipher(EncryptionScheme scheme, PBKDF2Params derivation)
            throws FaultFound {
        var id = scheme.getAlgorithm();
        var cipher = PemCipher.identified(id).orElseThrow(() -> unknown("cipher " + id.getId()));
        var length = derivation.getKeyLength();
        if (length != null && !length.equals(BigInteger.valueOf(cipher.keyBits() / 8))) {
            throw unknown("key length " + length + " for " + cipher);
        }
        return cipher;
    }

    private static Prf prf(PBKDF2Params derivation) throws FaultFound {
        var id = derivation.getPrf().getAlgorithm();
        return Prf.identified(id)
                .orElseThrow(() -> unknown("pseudo-random function " + id.getId()));
    }

    private static int rounds(PBKDF2Params derivation) throws FaultFound {
        var rounds = derivation.getIterationCount();
        if (rounds.signum() <= 0 || rounds.compareTo(BigInteger.valueOf(Lock.MOST_ROUNDS)) > 0) {
            throw unknown("a number of PBKDF2 rounds outside 1 to " + Lock.MOST_ROUNDS);
        }
        return rounds.intValue();
    }

    private static byte[] iv(EncryptionScheme scheme, PemCipher cipher) throws FaultFound {
        var iv =
                Structure.decode(
                        WHAT,
                        () -> ASN1OctetString.getInstance(scheme.getParameters()).getOctets());
        if (iv.length != cipher.blockOctets()) {
            throw new FaultFound(
                    new Fault.Damaged("its initialisation vector has " + iv.length + " octets"));
        }
        return iv;
    }

    private static FaultFound unknown(String what) {
        return new FaultFound(new Fault.UnknownProtection(what));
    }

    @Override
    public byte[] decrypt(char[] passphrase) throws FaultFound {
        try {
            return run(Cipher.DECRYPT_MODE, passphrase, cipherText);
        } catch (GeneralSecurityException e) {
            throw new FaultFound(new Fault.WrongPassphrase());
        }
    }

    /// The DER of the EncryptedPrivateKeyInfo around `plain`.
    static byte[] encrypt(byte[] plain, Lock.Pkcs8 lock, char[] passphrase, SecureRandom chance)
            throws GeneralSecurityException {
        var empty =
                new Pbes2(
                        lock,
                        fresh(SALT_OCTETS, chance),
                        fresh(lock.cipher().blockOctets(), chance),
                        new byte[0]);
        return empty.encoded(empty.run(Cipher.ENCRYPT_MODE, passphrase, plain));
    }

    static byte[] fresh(int octets, SecureRandom chance) {
        var value = new byte[octets];
        chance.nextBytes(value);
        return value;
    }

    private byte[] run(int mode, char[] passphrase, byte[] text) throws GeneralSecurityException {
        try (var octets = new Passphrase(passphrase)) {
            return lock.cipher()
                    .run(mode, lock.prf().pbkdf2(octets, salt, lock.rounds()), iv, text);
        }
    }

    private byte[] encoded(byte[] sealed) {
        var derivation = new PBKDF2Params(salt, lock.rounds(), lock.prf().identifier());
        var scheme =
                new PBES2Parameters(
                        new KeyDerivationFunc(PKCSObjectIdentifiers.id_PBKDF2, derivation),
                        new EncryptionScheme(lock.cipher().id(), new DEROctetString(iv)));
        var algorithm = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2, scheme);
        try {
            return new EncryptedPrivateKeyInfo(algorithm, sealed).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
    }

    @Override
    public String toString() {
        return lock.toString();
    }
}

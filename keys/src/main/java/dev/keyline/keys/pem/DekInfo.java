package dev.keyline.keys.pem;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Cipher;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.generators.OpenSSLPBEParametersGenerator;
import org.bouncycastle.util.io.pem.PemHeader;
import org.bouncycastle.util.io.pem.PemObject;

/// A PKCS#1 key under the header lines of RFC 1421 §4.6.1: `Proc-Type: 4,ENCRYPTED` and `DEK-Info:
/// CIPHER,HEX-IV`. The key comes from a chain of MD5 over passphrase and the first eight octets of
/// the vector.
final class DekInfo implements Protection {
    private static final int SALT_OCTETS = 8;

    private final Lock.Traditional lock;
    private final byte[] iv;
    private final byte[] cipherText;

    private DekInfo(Lock.Traditional lock, byte[] iv, byte[] cipherText) {
        this.lock = lock;
        this.iv = iv;
        this.cipherText = cipherText;
    }

    /// Nothing, if the object has no header lines that speak of encryption.
    static Optional<DekInfo> of(PemObject object) throws FaultFound {
        var dek = header(object, "DEK-Info");
        var encrypted = header(object, "Proc-Type").filter(type -> type.endsWith("ENCRYPTED"));
        if (dek.isEmpty() && encrypted.isEmpty()) {
            return Optional.empty();
        }
        if (dek.isEmpty() || encrypted.isEmpty()) {
            throw new FaultFound(
                    new Fault.Damaged("of the lines Proc-Type and DEK-Info one is missing"));
        }
        return Optional.of(of(dek.get(), object.getContent()));
    }

    private static Optional<String> header(PemObject object, String name) {
        for (Object each : object.getHeaders()) {
            if (each instanceof PemHeader header && header.getName().equals(name)) {
                return Optional.of(header.getValue());
            }
        }
        return Optional.empty();
    }

    private static DekInfo of(String dek, byte[] cipherText) throws FaultFound {
        var parts = List.of(dek.split(",", 2));
        var label = parts.getFirst().strip();
        var cipher =
                PemCipher.named(label)
                        .orElseThrow(
                                () ->
                                        new FaultFound(
                                                new Fault.UnknownProtection(
                                                        Armour.printable(label))));
        return new DekInfo(
                new Lock.Traditional(cipher), iv(parts.getLast().strip(), cipher), cipherText);
    }

    private static byte[] iv(String hex, PemCipher cipher) throws FaultFound {
        if (hex.length() != 2 * cipher.blockOctets()
                || !hex.chars().allMatch(HexFormat::isHexDigit)) {
            throw new FaultFound(
                    new Fault.Damaged(
                            "its DEK-Info line needs "
                                    + 2 * cipher.blockOctets()
                                    + " hexadecimal digits"));
        }
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public byte[] decrypt(char[] passphrase) throws FaultFound {
        try {
            return run(Cipher.DECRYPT_MODE, passphrase, cipherText);
        } catch (GeneralSecurityException e) {
            throw new FaultFound(new Fault.WrongPassphrase());
        }
    }

    static DekInfo encrypt(
            byte[] plain, Lock.Traditional lock, char[] passphrase, SecureRandom chance)
            throws GeneralSecurityException {
        var empty =
                new DekInfo(lock, Pbes2.fresh(lock.cipher().blockOctets(), chance), new byte[0]);
        return new DekInfo(lock, empty.iv, empty.run(Cipher.ENCRYPT_MODE, passphrase, plain));
    }

    private byte[] run(int mode, char[] passphrase, byte[] text) throws GeneralSecurityException {
        try (var octets = new Passphrase(passphrase)) {
            PBEParametersGenerator chain = new OpenSSLPBEParametersGenerator();
            chain.init(octets.octets(), Arrays.copyOf(iv, SALT_OCTETS), 1);
            return lock.cipher().run(mode, chain, iv, text);
        }
    }

    byte[] cipherText() {
        return cipherText;
    }

    /// The header lines and the empty line that ends them.
    String headers() {
        var hex = HexFormat.of().formatHex(iv).toUpperCase(Locale.ROOT);
        return "Proc-Type: 4,ENCRYPTED\nDEK-Info: " + lock.cipher() + "," + hex + "\n\n";
    }

    @Override
    public String toString() {
        return lock.toString();
    }
}

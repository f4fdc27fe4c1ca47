package dev.keyline.keys.pem;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;

/// OpenSSH's own file of a private key, `openssh-key-v1` (PROTOCOL.key in its source distribution):
/// the kind of lock, the public key, and the private one, locked or not.
final class OpenSshPrivate {
    private static final String MAGIC = "openssh-key-v1\0";

    private OpenSshPrivate() {}

    static PemPrivateKey read(byte[] content) throws FaultFound {
        var reader = new SshReader(content);
        if (!new String(reader.take(MAGIC.length()), US_ASCII).equals(MAGIC)) {
            throw new FaultFound(new Fault.Damaged("it is no openssh-key-v1 structure"));
        }
        var cipher = reader.text();
        var derivation = reader.text();
        var options = reader.string();
        if (reader.number() != 1) {
            throw new FaultFound(new Fault.Damaged("it holds several keys, and one is wanted"));
        }
        requireRsa(new SshReader(reader.string()).text());
        var sealed = reader.string();
        return cipher.equals("none")
                ? new PemPrivateKey.Usable(PrivateForm.pkcs1(pkcs1(sealed)))
                : new PemPrivateKey.Locked(OpenSshLock.of(cipher, derivation, options, sealed));
    }

    /// The key within, as the DER of PKCS#1. The two numbers in front are the same if it was opened
    /// with the right passphrase.
    static byte[] pkcs1(byte[] open) throws FaultFound {
        var reader = new SshReader(open);
        var first = reader.number();
        if (first != reader.number()) {
            throw new FaultFound(new Fault.WrongPassphrase());
        }
        requireRsa(reader.text());
        return pkcs1(reader);
    }

    private static byte[] pkcs1(SshReader reader) throws FaultFound {
        var modulus = reader.integer();
        var exponent = reader.integer();
        var secret = reader.integer();
        var coefficient = reader.integer();
        var p = reader.integer();
        var q = reader.integer();
        if (p.compareTo(BigInteger.ONE) <= 0 || q.compareTo(BigInteger.ONE) <= 0) {
            throw new FaultFound(
                    new Fault.Damaged("the parts of the private key do not fit together"));
        }
        var ofP = secret.mod(p.subtract(BigInteger.ONE));
        var ofQ = secret.mod(q.subtract(BigInteger.ONE));
        try {
            return new RSAPrivateKey(modulus, exponent, secret, p, q, ofP, ofQ, coefficient)
                    .getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
    }

    private static void requireRsa(String type) throws FaultFound {
        if (!type.equals("ssh-rsa")) {
            throw new FaultFound(new Fault.WrongAlgorithm(Armour.printable(type)));
        }
    }

    /// Opens what [OpenSshLock] has decrypted, and wipes it.
    static byte[] opened(byte[] plain) throws FaultFound {
        try {
            return pkcs1(plain);
        } catch (FaultFound e) {
            throw new FaultFound(new Fault.WrongPassphrase());
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }
}

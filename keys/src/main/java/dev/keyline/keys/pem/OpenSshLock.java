package dev.keyline.keys.pem;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The lock on an `openssh-key-v1` file: AES under a key that [BcryptPbkdf] makes of the
/// passphrase.
final class OpenSshLock implements Protection {
    private static final Pattern CIPHER = Pattern.compile("aes(128|192|256)-(ctr|cbc)");
    private static final int IV_OCTETS = 16;

    /// Each costs about 10 ms; OpenSSH writes 16 or 24 unless told otherwise.
    private static final int MOST_ROUNDS = 2000;

    private final String cipher;
    private final byte[] salt;
    private final int rounds;
    private final byte[] sealed;

    private OpenSshLock(String cipher, byte[] salt, int rounds, byte[] sealed) {
        this.cipher = cipher;
        this.salt = salt;
        this.rounds = rounds;
        this.sealed = sealed;
    }

    static OpenSshLock of(String cipher, String derivation, byte[] options, byte[] sealed)
            throws FaultFound {
        if (!derivation.equals("bcrypt") || !CIPHER.matcher(cipher).matches()) {
            throw unknown(Armour.printable(cipher + " with " + derivation));
        }
        var reader = new SshReader(options);
        var salt = reader.string();
        var rounds = reader.number();
        if (salt.length == 0 || rounds < 1 || rounds > MOST_ROUNDS) {
            throw unknown("a number of bcrypt rounds outside 1 to " + MOST_ROUNDS);
        }
        return new OpenSshLock(cipher, salt, (int) rounds, sealed);
    }

    private static FaultFound unknown(String what) {
        return new FaultFound(new Fault.UnknownProtection(what));
    }

    @Override
    public byte[] decrypt(char[] passphrase) throws FaultFound {
        int keyOctets = keyOctets();
        byte[] derived;
        try (var octets = new Passphrase(passphrase)) {
            derived = BcryptPbkdf.derive(octets.octets(), salt, rounds, keyOctets + IV_OCTETS);
        }
        try {
            var mode = cipher.endsWith("ctr") ? "AES/CTR/NoPadding" : "AES/CBC/NoPadding";
            var aes = Cipher.getInstance(mode);
            var key = new SecretKeySpec(derived, 0, keyOctets, "AES");
            aes.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(derived, keyOctets, IV_OCTETS));
            return OpenSshPrivate.opened(aes.doFinal(sealed));
        } catch (GeneralSecurityException e) {
            throw new FaultFound(new Fault.Damaged("its locked part has a wrong length"));
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }

    private int keyOctets() {
        return Integer.parseInt(cipher.substring(3, 6)) / 8;
    }

    @Override
    public String toString() {
        return "OpenSSH, " + cipher + ", " + rounds + " rounds of bcrypt";
    }
}

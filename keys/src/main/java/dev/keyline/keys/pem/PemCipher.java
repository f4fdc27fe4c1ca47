package dev.keyline.keys.pem;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

/// The ciphers private keys are locked with, all in CBC mode with PKCS#7 padding.
public enum PemCipher {
    /// What `openssl genrsa -des3`, and so `astgenkey`, uses.
    DES_EDE3_CBC("DES-EDE3-CBC", PKCSObjectIdentifiers.des_EDE3_CBC, "DESede", 192, 8),
    AES_128_CBC("AES-128-CBC", NISTObjectIdentifiers.id_aes128_CBC, "AES", 128, 16),
    AES_192_CBC("AES-192-CBC", NISTObjectIdentifiers.id_aes192_CBC, "AES", 192, 16),
    AES_256_CBC("AES-256-CBC", NISTObjectIdentifiers.id_aes256_CBC, "AES", 256, 16);

    private final String label;
    private final String id;
    private final String algorithm;
    private final int keyBits;
    private final int blockOctets;

    PemCipher(
            String label, ASN1ObjectIdentifier id, String algorithm, int keyBits, int blockOctets) {
        this.label = label;
        this.id = id.getId();
        this.algorithm = algorithm;
        this.keyBits = keyBits;
        this.blockOctets = blockOctets;
    }

    static Optional<PemCipher> named(String label) {
        return Arrays.stream(values()).filter(c -> c.label.equalsIgnoreCase(label)).findFirst();
    }

    static Optional<PemCipher> identified(ASN1ObjectIdentifier id) {
        return Arrays.stream(values()).filter(c -> c.id.equals(id.getId())).findFirst();
    }

    /// OpenSSL's name, as it stands in a `DEK-Info` line.
    public String label() {
        return label;
    }

    ASN1ObjectIdentifier id() {
        return new ASN1ObjectIdentifier(id);
    }

    int keyBits() {
        return keyBits;
    }

    int blockOctets() {
        return blockOctets;
    }

    /// @param mode `Cipher.ENCRYPT_MODE` or `Cipher.DECRYPT_MODE`
    /// @param derivation already holding passphrase and salt
    byte[] run(int mode, PBEParametersGenerator derivation, byte[] iv, byte[] text)
            throws GeneralSecurityException {
        var key = ((KeyParameter) derivation.generateDerivedParameters(keyBits)).getKey();
        try {
            var cipher = Cipher.getInstance(algorithm + "/CBC/PKCS5Padding");
            cipher.init(mode, new SecretKeySpec(key, algorithm), new IvParameterSpec(iv));
            return cipher.doFinal(text);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    @Override
    public String toString() {
        return label;
    }
}

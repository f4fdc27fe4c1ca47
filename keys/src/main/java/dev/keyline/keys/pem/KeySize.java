package dev.keyline.keys.pem;

/// The RSA modulus sizes that interoperate, in bits. Asterisk accepts a key only if its signature
/// takes exactly 128 octets, which is a modulus of 1017 to 1024 bits; its `astgenkey` always makes
/// 1024. (The element that carries the signature holds 255 octets of base64, so 1512 bits would be
/// the end in any case; a 2048-bit signature needs 344.)
public final class KeySize {
    public static final int SMALLEST = 1017;
    public static final int LARGEST = 1024;

    /// What to make unless there is a reason.
    public static final int USUAL = 1024;

    private KeySize() {}

    public static boolean fits(int bits) {
        return bits >= SMALLEST && bits <= LARGEST;
    }
}

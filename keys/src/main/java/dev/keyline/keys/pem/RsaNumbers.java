package dev.keyline.keys.pem;

import static java.math.BigInteger.ONE;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;

/// From the numbers of PKCS#1 (RFC 8017 appendix A.1) to keys of the platform, with the checks that
/// decide whether we use them.
final class RsaNumbers {
    private RsaNumbers() {}

    static RSAPublicKey publicKey(BigInteger modulus, BigInteger exponent) throws FaultFound {
        check(modulus, exponent);
        try {
            return (RSAPublicKey) rsa().generatePublic(new RSAPublicKeySpec(modulus, exponent));
        } catch (InvalidKeySpecException e) {
            throw damaged("its numbers make no RSA key");
        }
    }

    static RSAPrivateCrtKey privateKey(RSAPrivateCrtKeySpec spec) throws FaultFound {
        check(spec.getModulus(), spec.getPublicExponent());
        if (!fitsTogether(spec)) {
            throw damaged("the parts of the private key do not fit together");
        }
        try {
            return (RSAPrivateCrtKey) rsa().generatePrivate(spec);
        } catch (InvalidKeySpecException e) {
            throw damaged("its numbers make no RSA key");
        }
    }

    private static void check(BigInteger modulus, BigInteger exponent) throws FaultFound {
        if (!KeySize.fits(modulus.bitLength())) {
            throw new FaultFound(new Fault.WrongSize(modulus.bitLength()));
        }
        // With exponent 1 a signature would be the padded digest itself, which anybody can write
        // down.
        if (!modulus.testBit(0) || !exponent.testBit(0) || exponent.equals(ONE)) {
            throw damaged("modulus and public exponent must be odd, the exponent at least 3");
        }
    }

    /// One wrong digit in the parts used for speed (RFC 8017 §3.2) yields signatures that give the
    /// whole key away, so the parts are held against each other. This takes microseconds.
    private static boolean fitsTogether(RSAPrivateCrtKeySpec key) {
        var p = key.getPrimeP();
        var q = key.getPrimeQ();
        if (p.compareTo(ONE) <= 0 || q.compareTo(ONE) <= 0) {
            return false;
        }
        return p.multiply(q).equals(key.getModulus())
                && fits(key, p, key.getPrimeExponentP())
                && fits(key, q, key.getPrimeExponentQ())
                && key.getCrtCoefficient().multiply(q).mod(p).equals(ONE);
    }

    private static boolean fits(
            RSAPrivateCrtKeySpec key, BigInteger prime, BigInteger primeExponent) {
        var order = prime.subtract(ONE);
        return key.getPrivateExponent().mod(order).equals(primeExponent)
                && key.getPublicExponent().multiply(primeExponent).mod(order).equals(ONE);
    }

    private static FaultFound damaged(String what) {
        return new FaultFound(new Fault.Damaged(what));
    }

    private static KeyFactory rsa() {
        try {
            return KeyFactory.getInstance("RSA");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }
}

package dev.keyline.keys.pem;

/// How a private key is locked with a passphrase when it is written.
public sealed interface Lock {
    /// No file may make us work longer than this; ten million rounds take about ten seconds.
    int MOST_ROUNDS = 10_000_000;

    /// `ENCRYPTED PRIVATE KEY`: PKCS#8 with PBES2.
    ///
    /// @param rounds of PBKDF2, 1 to [#MOST_ROUNDS]; openssl writes 2048 unless told otherwise
    record Pkcs8(PemCipher cipher, Prf prf, int rounds) implements Lock {
        public Pkcs8 {
            if (rounds < 1 || rounds > MOST_ROUNDS) {
                throw new IllegalArgumentException(
                        rounds + " rounds of PBKDF2, 1 to " + MOST_ROUNDS + " are possible");
            }
        }

        @Override
        public String toString() {
            return "PBES2, " + cipher + ", " + rounds + " rounds of " + prf;
        }
    }

    /// `RSA PRIVATE KEY` with a `DEK-Info` line, as OpenSSL before 3 wrote it. It makes the
    /// cipher's key from the passphrase with a single round of MD5, so a guess costs next to
    /// nothing: for old readers only.
    record Traditional(PemCipher cipher) implements Lock {
        @Override
        public String toString() {
            return "DEK-Info, " + cipher;
        }
    }
}

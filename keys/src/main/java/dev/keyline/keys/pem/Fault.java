package dev.keyline.keys.pem;

/// Why a key file cannot be used: what it is instead ([#reason()], a phrase that continues "this
/// file …") and what to do about it ([#cure()], where `FILE` stands for the file). Neither ever
/// holds key material or a passphrase.
public sealed interface Fault {
    String reason();

    String cure();

    /// Reason and cure as one line.
    default String message() {
        return reason() + "; " + cure();
    }

    /// Nothing in it, or only blanks.
    record Empty() implements Fault {
        @Override
        public String reason() {
            return "is empty";
        }

        @Override
        public String cure() {
            return "copy the key file again";
        }
    }

    /// Larger than any key file; it is not read to the end.
    record TooLarge() implements Fault {
        /// A 4096-bit private key takes 3.3 kB; nobody's key file comes near this many octets.
        public static final int LIMIT = 64 * 1024;

        @Override
        public String reason() {
            return "is larger than " + LIMIT + " octets, so it is no key file";
        }

        @Override
        public String cure() {
            return "put the right file in its place";
        }
    }

    /// Text or octets without a `-----BEGIN …-----` line.
    record NotPem() implements Fault {
        @Override
        public String reason() {
            return "is not PEM: it has no -----BEGIN line";
        }

        @Override
        public String cure() {
            return "put a PEM key there, as openssl and astgenkey write it";
        }
    }

    /// Binary DER instead of text. Asterisk does not read it either.
    record Der() implements Fault {
        @Override
        public String reason() {
            return "is DER (binary), not PEM (text)";
        }

        @Override
        public String cure() {
            return "convert it: openssl pkey -inform DER -in FILE -out NEWFILE, with -pubin"
                    + " -pubout for a public key";
        }
    }

    /// The form `ssh-keygen` writes unless told otherwise.
    record OpenSsh() implements Fault {
        @Override
        public String reason() {
            return "is in OpenSSH's own form";
        }

        @Override
        public String cure() {
            return "bring it in with keyline keys import, or better make a key pair of its own with"
                    + " astgenkey: a key that logs in elsewhere should not sign challenges";
        }
    }

    /// The `-----END` line is missing.
    record Truncated(String label) implements Fault {
        @Override
        public String reason() {
            return "is cut short: -----BEGIN " + label + "----- has no matching -----END line";
        }

        @Override
        public String cure() {
            return "copy the file again, whole";
        }
    }

    /// The armour is whole, what it holds does not decode or does not fit together.
    record Damaged(String what) implements Fault {
        @Override
        public String reason() {
            return "is damaged: " + what;
        }

        @Override
        public String cure() {
            return "copy the file again, or make a new key pair";
        }
    }

    /// An X.509 certificate. It contains a public key, but a key is asked for, not a claim about
    /// one.
    record Certificate() implements Fault {
        @Override
        public String reason() {
            return "is a certificate, not a key";
        }

        @Override
        public String cure() {
            return "take the public key out: openssl x509 -in FILE -noout -pubkey";
        }
    }

    /// Some other PEM object: a request, a revocation list, parameters.
    record OtherObject(String label) implements Fault {
        @Override
        public String reason() {
            return "begins with a PEM object '" + label + "', and only the first object counts";
        }

        @Override
        public String cure() {
            return "put the key first, or alone, in the file";
        }
    }

    /// A key, but not an RSA key. Asterisk loads RSA-PSS keys and some Diffie-Hellman keys and then
    /// cannot use them, or, worse, accepts any signature; we refuse every key that is not plain
    /// RSA.
    record WrongAlgorithm(String algorithm) implements Fault {
        @Override
        public String reason() {
            return "holds a key of type " + algorithm + ", and IAX2 signs with plain RSA only";
        }

        @Override
        public String cure() {
            return "make an RSA key of " + KeySize.USUAL + " bits: openssl genrsa " + KeySize.USUAL;
        }
    }

    /// RSA of a size that the other side refuses, see [KeySize].
    record WrongSize(int bits) implements Fault {
        @Override
        public String reason() {
            return "holds an RSA key of "
                    + bits
                    + " bits; Asterisk accepts "
                    + KeySize.SMALLEST
                    + " to "
                    + KeySize.LARGEST;
        }

        @Override
        public String cure() {
            return "make one of " + KeySize.USUAL + " bits: openssl genrsa " + KeySize.USUAL;
        }
    }

    record PrivateNotPublic() implements Fault {
        @Override
        public String reason() {
            return "holds a private key where a public key is wanted";
        }

        @Override
        public String cure() {
            return "take the private key away from here and put its public half there:"
                    + " openssl rsa -in FILE -pubout";
        }
    }

    record PublicNotPrivate() implements Fault {
        @Override
        public String reason() {
            return "holds a public key where a private key is wanted";
        }

        @Override
        public String cure() {
            return "put the private half there, or rename the file to end in .pub";
        }
    }

    /// Encrypted in a way we do not open: a cipher, key derivation or header out of the ordinary.
    record UnknownProtection(String what) implements Fault {
        @Override
        public String reason() {
            return "is encrypted in a way we do not open (" + what + ")";
        }

        @Override
        public String cure() {
            return "encrypt it anew: openssl pkcs8 -topk8 -v2 aes-256-cbc -in FILE -out NEWFILE";
        }
    }

    /// A wrong passphrase and a damaged cipher text look alike; the first is by far likelier.
    record WrongPassphrase() implements Fault {
        @Override
        public String reason() {
            return "does not open with this passphrase";
        }

        @Override
        public String cure() {
            return "try again; if you are sure of the passphrase, the file is damaged";
        }
    }
}

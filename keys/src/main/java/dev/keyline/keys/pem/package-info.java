/// One key file: its text, and the RSA key in it.
///
/// Every form that OpenSSL and `astgenkey` have written over the years is understood:
/// SubjectPublicKeyInfo (RFC 5280 §4.1.2.7) and PKCS#1 public keys, PKCS#8 (RFC 5208), PKCS#8 under
/// PBES2 (RFC 8018) and PKCS#1 private keys, the latter also with the old `Proc-Type`/`DEK-Info`
/// header lines. A file that is none of these is answered with a [Fault] that says what it is
/// instead and what to do.
///
/// [ForeignKey] reads more than a key directory may hold (DER, certificates, OpenSSH), for those
/// who bring a key in.
///
/// Deliberately not here: files and permissions (see [dev.keyline.keys.ring]), trust in
/// certificates, and keys of sizes that a signature in an IAX2 element cannot carry.
///
/// Open first: [PemPrivateKey], then [Fault].
@NullMarked
package dev.keyline.keys.pem;

import org.jspecify.annotations.NullMarked;

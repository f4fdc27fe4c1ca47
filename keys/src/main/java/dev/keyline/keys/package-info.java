/// Key files: what stands on disk and which keys the exchange may use.
///
/// IAX2 proves identity with RSA keys that both ends keep as small text files in one directory (RFC
/// 5456 §8.6.15 names the answer, RSA_RESULT; the files are Asterisk's convention). Three packages
/// tell that story: [dev.keyline.keys.pem] reads and writes one file, [dev.keyline.keys.ring] is
/// the directory as a whole, [dev.keyline.keys.genkey] makes a new pair.
///
/// Deliberately not here: signing and verifying a challenge (that is the protocol's business), and
/// asking a person for a passphrase (that is the program's). Nothing in this module keeps state
/// that changes, starts a thread or logs.
///
/// Open first: [dev.keyline.keys.ring.KeyRing].
@NullMarked
package dev.keyline.keys;

import org.jspecify.annotations.NullMarked;

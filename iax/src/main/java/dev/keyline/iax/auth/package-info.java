/// Who you are: a secret or an RSA key, challenge, answer, verdict with its reason (RFC 5456
/// §8.6.13 to §8.6.16, and what Asterisk makes of them).
///
/// The called exchange sends a [Challenge]; [Credentials] decide how the caller answers; the answer
/// is checked against a [Guard], and the [Verdict] says why. Keys come through [KeyRing], an
/// interface of our own, so that the protocol knows no key file. Signing is slow and is described
/// here, not done here: see [Answer.SignWith].
///
/// Not here: when to challenge (`call`), AES keys (`cipher`), key files (module `keys`).
@NullMarked
package dev.keyline.iax.auth;

import org.jspecify.annotations.NullMarked;

/// Making a key pair: what `astgenkey` does, without its traps.
///
/// `astgenkey` runs openssl in the current directory, removes files of the same name without asking
/// and leaves the private key with whatever mode the umask gives. Here nothing is overwritten
/// unless told, both files appear whole or not at all, and the private one is open to its owner
/// only from its first moment. Asterisk reads the result.
///
/// The same care serves keys that come from elsewhere ([KeyPairFiles#store]), leave
/// ([ExportedFile]) or are replaced ([Rotation]).
///
/// Deliberately not here: asking for a name or passphrase and printing the outcome, which a command
/// does; and sizes that do not interoperate (see [dev.keyline.keys.pem.KeySize]).
///
/// Open first: [KeyPairFiles].
@NullMarked
package dev.keyline.keys.genkey;

import org.jspecify.annotations.NullMarked;

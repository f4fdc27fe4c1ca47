package dev.keyline.keys.pem;

/// A locked key: the cipher text and how its key is made from a passphrase. `toString` describes
/// the method and nothing else.
sealed interface Protection permits Pbes2, DekInfo, OpenSshLock {
    /// The DER structure inside. The caller wipes it.
    byte[] decrypt(char[] passphrase) throws FaultFound;
}

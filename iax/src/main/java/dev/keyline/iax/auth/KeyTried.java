package dev.keyline.iax.auth;

/// A name of an `inkeys=` list that did not open the door.
///
/// @param name as written in `inkeys=`
/// @param fingerprint of the key, empty where there is none to be had
/// @param fault the short name of what was wrong: [#NO_MATCH], [#OUT_OF_TERM], or of why the file
///   cannot be used, such as `no-file`, `bad-mode` or `wrong-size`
/// @param words the same in a sentence, with file and cure
public record KeyTried(String name, String fingerprint, String fault, String words) {
    /// The key is good, and made another signature.
    public static final String NO_MATCH = "no-match";

    /// It is expired or not valid yet.
    public static final String OUT_OF_TERM = "out-of-term";

    static KeyTried missing(String name, KeyRing.Missing<?> missing) {
        return new KeyTried(
                name,
                "",
                missing.fault(),
                "key '" + name + "' could not be used: " + missing.why());
    }

    static KeyTried late(String name, KeyRing.OutOfTerm<?> late) {
        return new KeyTried(
                name,
                late.fingerprint(),
                OUT_OF_TERM,
                "key '" + name + "' could not be used: " + late.why());
    }

    static KeyTried other(String name, KeyRing.Found<?> found) {
        return new KeyTried(
                name,
                found.fingerprint(),
                NO_MATCH,
                "key '" + name + "' (" + found.fingerprint() + ") did not make it");
    }
}

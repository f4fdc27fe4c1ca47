package dev.keyline.keys.ring;

/// From when to when the keys of one name may be used: what `NAME.validity` beside the key files
/// says, or why it says nothing we understand.
public sealed interface Term permits Validity, Term.Malformed {
    /// A validity file with a mistake. The keys of that name stay closed until it is mended:
    /// whoever wanted an end to a key must not get a key without one because of a typing error.
    record Malformed(Refusal.BadValidity why) implements Term {}
}

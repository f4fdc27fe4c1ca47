package dev.keyline.pbx.ledger;

/// A name that a stranger gave, for lines that filters read: whoever puts a quotation mark into his
/// name must neither hide from a filter nor lead it to somebody else's address.
public final class LogName {
    private LogName() {}

    public static String of(String name) {
        return name.replaceAll("['\"<>()\\p{Cntrl}]", "?");
    }
}

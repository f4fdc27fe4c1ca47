package dev.keyline.iax.trace;

/// A file that is not a capture, or is damaged. It is the file's fault, so it carries no stack
/// trace.
public final class MalformedCapture extends Exception {
    private static final long serialVersionUID = 1L;

    /// A capture that cannot be read.
    ///
    /// @param reason what is wrong, where, and what to do, for a person
    public MalformedCapture(String reason) {
        super(reason, null, false, false);
    }
}

package dev.keyline.iax.transfer;

/// Whether a call may leave our path (`transfer=` in iax.conf).
public enum TransferRule {
    /// Neither asked for nor granted.
    NO,
    /// Voice and signalling.
    YES,
    /// Only voice; the signalling stays.
    MEDIA_ONLY;

    /// What two calls allow together: the lesser of both.
    public TransferRule and(TransferRule other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == MEDIA_ONLY || other == MEDIA_ONLY ? MEDIA_ONLY : YES;
    }
}

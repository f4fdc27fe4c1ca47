package dev.keyline.pbx.exchange;

import dev.keyline.iax.auth.KeyRing;
import dev.keyline.pbx.ledger.Journal;
import dev.keyline.pbx.line.Names;
import dev.keyline.pbx.store.Mailboxes;
import dev.keyline.pbx.store.Music;
import dev.keyline.pbx.store.Recordings;
import dev.keyline.pbx.store.Register;
import dev.keyline.pbx.store.Sounds;
import java.time.Instant;
import java.time.ZoneId;

/// What an exchange is given once.
///
/// @param start the moment at the zero of the loop's clock
/// @param zone where the people are whose clock the dialplan reads
/// @param mostCalls channels at once; further callers are refused with cause 34
public record Setup(
        KeyRing ring,
        Sounds sounds,
        Recordings recordings,
        Music music,
        Register register,
        Mailboxes mailboxes,
        Names names,
        Journal journal,
        Instant start,
        ZoneId zone,
        int mostCalls) {
    /// More than a machine of today carries.
    public static final int MOST_CALLS = 10_000;
}

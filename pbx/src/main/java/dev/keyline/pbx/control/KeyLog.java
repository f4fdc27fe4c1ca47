package dev.keyline.pbx.control;

import dev.keyline.keys.ring.KeyRing;
import dev.keyline.keys.ring.Reload;
import dev.keyline.keys.ring.Unlocking;
import dev.keyline.keys.ring.Validity;
import dev.keyline.pbx.ledger.Journal;
import java.util.Map;

/// What happens to keys, one line each. Where Asterisk has words for it they are kept.
public final class KeyLog {
    private final Journal journal;

    public KeyLog(Journal journal) {
        this.journal = journal;
    }

    /// What cannot be used as it is, at the start.
    void opened(KeyRing ring) {
        ring.refusals().forEach(refusal -> journal.warning(refusal.message()));
        ring.locked()
                .forEach(
                        locked ->
                                journal.notice(
                                        "Key '"
                                                + locked.name()
                                                + "' needs passcode: start with -i to be asked for it, or"
                                                + " with --passcodes"));
    }

    Reload said(Reload reload) {
        for (var change : reload.changes()) {
            var level = change.isTrouble() ? Journal.Level.WARNING : Journal.Level.NOTICE;
            journal.log(level, change.message());
        }
        return reload;
    }

    Unlocking said(String name, Unlocking unlocking) {
        switch (unlocking) {
            case Unlocking.Unlocked _ -> journal.notice("Key '" + name + "' is unlocked");
            case Unlocking.StillLocked(var why) ->
                    journal.warning("Key load PRIVATE '" + name + "' failed: " + why.message());
            case Unlocking.NotLocked(var why) ->
                    why.ifPresent(refusal -> journal.warning(refusal.message()));
        }
        return unlocking;
    }

    /// Keys whose time came or ended.
    ///
    /// @param now where the keys of each name stand
    public void moved(KeyRing ring, Map<String, Validity.Standing> now) {
        now.forEach(
                (name, standing) -> {
                    var words =
                            "Key '" + name + "' " + words(standing) + " (" + ring.term(name) + ")";
                    var isValid = standing == Validity.Standing.VALID;
                    journal.log(isValid ? Journal.Level.NOTICE : Journal.Level.WARNING, words);
                });
    }

    private static String words(Validity.Standing standing) {
        return switch (standing) {
            case VALID -> "is valid now";
            case NOT_YET_VALID -> "is not valid yet";
            case EXPIRED -> "has expired and is no longer used";
        };
    }
}

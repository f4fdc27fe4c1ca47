package dev.keyline.pbx.store;

import java.util.Map;

/// How many messages wait in voice mailboxes. May wait for a disk: never called in the loop.
public interface Mailboxes {
    /// What waits in a mailbox; nothing if there is none.
    ///
    /// @param box `600@default`; without a context it is that of `default`
    Waiting waiting(String box);

    /// Messages of a mailbox, or of several.
    ///
    /// @param fresh not heard yet, urgent ones included
    /// @param old heard already
    record Waiting(int fresh, int old) {
        public static final Waiting NOTHING = new Waiting(0, 0);

        private static final int MOST = 255;

        public Waiting plus(Waiting more) {
            return new Waiting(fresh + more.fresh, old + more.old);
        }

        /// As REGACK says it: old ones in the upper octet, new ones in the lower, each up to 255.
        public int packed() {
            return Math.min(old, MOST) << 8 | Math.min(fresh, MOST);
        }
    }

    /// Mailboxes held in memory, by their whole name.
    static Mailboxes of(Map<String, Waiting> all) {
        return box -> all.getOrDefault(box, Waiting.NOTHING);
    }
}

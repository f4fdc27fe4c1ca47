package dev.keyline.iax.call;

import dev.keyline.iax.wire.PeerAddress;

/// Why a call is over; the complete list.
public sealed interface Ending {
    /// The Q.850 number to show in the dialplan and to pass on; 0 when nobody said.
    int code();

    /// One sentence for people.
    String words();

    /// They sent HANGUP.
    record TheyHungUp(int code, String text) implements Ending {
        @Override
        public String words() {
            return "they hung up" + said(code, text);
        }
    }

    /// We sent HANGUP.
    record WeHungUp(int code) implements Ending {
        @Override
        public String words() {
            return "we hung up" + said(code, "");
        }
    }

    /// They sent REJECT before the call was accepted.
    record TheyRefused(int code, String text) implements Ending {
        @Override
        public String words() {
            return "they refused the call" + said(code, text);
        }
    }

    /// We sent REJECT.
    record WeRefused(int code, String text) implements Ending {
        @Override
        public String words() {
            return "we refused the call" + said(code, text);
        }
    }

    /// They asked who we are and we have nothing to show.
    record CannotAnswer(String why) implements Ending {
        @Override
        public int code() {
            return 0;
        }

        @Override
        public String words() {
            return "we could not prove who we are: " + why;
        }
    }

    /// They said something that makes going on impossible.
    record Broken(int code, String why) implements Ending {
        @Override
        public String words() {
            return why;
        }
    }

    /// Frames stayed unacknowledged for too long. No HANGUP is sent: nobody is there.
    record Vanished() implements Ending {
        @Override
        public int code() {
            return Cause.DESTINATION_OUT_OF_ORDER.code();
        }

        @Override
        public String words() {
            return "the other side does not answer any more";
        }
    }

    /// They sent INVAL: they do not know this call, usually because they restarted.
    record Forgotten() implements Ending {
        @Override
        public int code() {
            return Cause.INVALID_CALL_REFERENCE.code();
        }

        @Override
        public String words() {
            return "the other side does not know this call, it may have restarted";
        }
    }

    /// We joined two calls, and they go on without us (RFC 5456 §6.5).
    ///
    /// @param to whom the other side talks with now
    record Transferred(PeerAddress to) implements Ending {
        @Override
        public int code() {
            return Cause.NORMAL.code();
        }

        @Override
        public String words() {
            return "transferred: the other side goes on directly with " + to;
        }
    }

    private static String said(int code, String text) {
        var reason = code == 0 ? "" : " (" + Cause.describe(code) + ")";
        return text.isEmpty() ? reason : reason + ": " + text;
    }
}

package dev.keyline.pbx.remote;

import dev.keyline.iax.message.DialplanReply;
import dev.keyline.pbx.dialplan.Pattern;
import java.util.ArrayList;
import java.util.List;

/// What came of asking for a number.
public sealed interface Answer {
    /// Until then nobody is asked again, in nanoseconds.
    long expires();

    /// How far the number leads.
    Pattern.Fit fit();

    /// In the words of `iax2 show cache`.
    List<String> flags();

    /// They said so.
    record Given(int status, long expires) implements Answer {
        private boolean says(int bit) {
            return (status & bit) != 0;
        }

        /// EXISTS counts more than CANEXIST, and both more than NONEXISTENT, as in Asterisk.
        @Override
        public Pattern.Fit fit() {
            boolean more = says(DialplanReply.MATCH_MORE);
            if (says(DialplanReply.EXISTS)) {
                return more ? Pattern.Fit.ALREADY : Pattern.Fit.EXACTLY;
            }
            return more || says(DialplanReply.CAN_EXIST) ? Pattern.Fit.PARTLY : Pattern.Fit.NONE;
        }

        @Override
        public List<String> flags() {
            var flags = new ArrayList<String>();
            flags.add(existence());
            flags.add("TRANSMITTED");
            if (says(DialplanReply.MATCH_MORE)) {
                flags.add("MATCHMORE");
            }
            return flags;
        }

        private String existence() {
            if (says(DialplanReply.EXISTS)) {
                return "EXISTS";
            }
            return says(DialplanReply.CAN_EXIST)
                    ? "CANEXIST"
                    : says(DialplanReply.NON_EXISTENT) ? "NONEXISTENT" : "UNKNOWN";
        }
    }

    /// They said nothing, or could not be asked. For a while the number leads nowhere, so that not
    /// every caller waits for somebody who is not there.
    record Missing(boolean sent, long expires) implements Answer {
        @Override
        public Pattern.Fit fit() {
            return Pattern.Fit.NONE;
        }

        @Override
        public List<String> flags() {
            return sent ? List.of("TIMEOUT", "TRANSMITTED") : List.of("TIMEOUT");
        }
    }
}

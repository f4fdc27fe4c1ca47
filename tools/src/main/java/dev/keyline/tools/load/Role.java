package dev.keyline.tools.load;

import dev.keyline.iax.message.MediaFormat;
import java.util.List;

/// What one kind of caller does. In texts `{n}` stands for a number that is counted up from caller
/// to caller.
public sealed interface Role {
    /// The name of its section.
    String name();

    /// Callers of this role among those of all roles, at least 1.
    int share();

    /// Whom, and by what proof, as a dial string with `{n}` in it.
    String to();

    /// The numbers that `{n}` counts through.
    Numbers numbers();

    /// Nanoseconds from the answer to the hang-up, or from the registration to its end.
    long hold();

    /// Nanoseconds to wait for an answer.
    long patience();

    /// Whom the first caller calls.
    default String first() {
        return numbers().fill(to(), 0);
    }

    /// Numbers from the first to the last, and then again.
    record Numbers(int first, int last) {
        /// A text with the number of this turn, counted from 0, in the place of `{n}`.
        String fill(String text, long turn) {
            return text.replace("{n}", Long.toString(first + turn % (last - first + 1)));
        }
    }

    /// Calls and talks.
    ///
    /// @param from the caller's number to show, possibly empty
    /// @param codecs to offer, best first
    /// @param digits pressed after the answer, as for `keyline dial --dtmf`
    /// @param play samples of 8 kHz said again and again; empty for a tone
    record Calling(
            String name,
            int share,
            String to,
            Numbers numbers,
            String from,
            long hold,
            long patience,
            List<MediaFormat> codecs,
            TalkPattern talk,
            String digits,
            Sample play,
            boolean trunk,
            boolean encrypt)
            implements Role {
        public Calling {
            codecs = List.copyOf(codecs);
        }
    }

    /// Registers, stays, and releases.
    record Registering(String name, int share, String to, Numbers numbers, long hold, long patience)
            implements Role {}
}

package dev.keyline.iax.message;

import dev.keyline.iax.wire.Bytes;
import java.util.Optional;

/// Who sent a call elsewhere, as a REDIRECTING control frame tells. Asterisk's, not the RFC's.
///
/// @param fromNumber who was called and did not take the call
/// @param toNumber who is called instead
/// @param reason Asterisk's number of it: 0 unknown, 1 busy, 2 no answer, 4 always and so on
/// @param count how often the call was sent elsewhere
public record Redirecting(
        String fromNumber, String fromName, String toNumber, String toName, int reason, int count) {
    public static final Redirecting NONE = new Redirecting("", "", "", "", 0, 0);

    private static final int FROM_NUMBER = 0;
    private static final int FROM_NAME = 1;
    private static final int TO_NUMBER = 4;
    private static final int TO_NAME = 5;
    private static final int REASON = 8;
    private static final int COUNT = 9;
    private static final int VERSION = 20;
    private static final int FROM_NAME_VALID = 21;
    private static final int FROM_NUMBER_VALID = 24;
    private static final int TO_NAME_VALID = 26;
    private static final int TO_NUMBER_VALID = 29;

    /// The same with another one who did not take the call.
    public Redirecting from(String number, String name) {
        return new Redirecting(number, name, toNumber, toName, reason, count);
    }

    /// The same with another one who is called instead.
    public Redirecting to(String number, String name) {
        return new Redirecting(fromNumber, fromName, number, name, reason, count);
    }

    /// The same for another reason, or once more.
    public Redirecting because(int why, int often) {
        return new Redirecting(fromNumber, fromName, toNumber, toName, why, often);
    }

    /// Reads the data of the frame; empty when it overruns: half of it may be wrong as well.
    public static Optional<Redirecting> read(Bytes data) {
        return Parts.read(data).map(Redirecting::read);
    }

    private static Redirecting read(Parts in) {
        return new Redirecting(
                valid(in, FROM_NUMBER_VALID, FROM_NUMBER),
                valid(in, FROM_NAME_VALID, FROM_NAME),
                valid(in, TO_NUMBER_VALID, TO_NUMBER),
                valid(in, TO_NAME_VALID, TO_NAME),
                in.number(REASON, 0),
                in.number(COUNT, 0));
    }

    private static String valid(Parts in, int whether, int what) {
        return in.number(whether, 1) == 0 ? "" : in.text(what);
    }

    /// The data of a frame that tells it.
    public Bytes write() {
        var out = new Parts().octet(VERSION, Parts.LAYOUT);
        put(out, FROM_NUMBER, fromNumber, FROM_NUMBER_VALID);
        put(out, FROM_NAME, fromName, FROM_NAME_VALID);
        put(out, TO_NUMBER, toNumber, TO_NUMBER_VALID);
        put(out, TO_NAME, toName, TO_NAME_VALID);
        return out.word(REASON, reason).word(COUNT, count).write();
    }

    private static void put(Parts out, int what, String text, int whether) {
        out.text(what, text).octet(whether, text.isEmpty() ? 0 : 1);
    }
}

package dev.keyline.iax.message;

import dev.keyline.iax.wire.Bytes;
import java.util.Optional;

/// Who is at the other end of a call, as a CONNECTED_LINE control frame tells. Asterisk's, not the
/// RFC's.
///
/// @param presentation as in [CallerId]
/// @param typeOfNumber as in [CallerId]
public record ConnectedLine(String number, String name, int presentation, int typeOfNumber) {
    /// Nobody said who it is.
    public static final ConnectedLine NONE = new ConnectedLine("", "", CallerId.NOT_AVAILABLE, 0);

    private static final int NUMBER = 0;
    private static final int NAME = 1;
    private static final int PLAN = 2;
    private static final int PRESENTATION = 3;
    private static final int SOURCE = 4;
    private static final int VERSION = 10;
    private static final int NAME_VALID = 11;
    private static final int NAME_LETTERS = 12;
    private static final int NAME_PRESENTATION = 13;
    private static final int NUMBER_VALID = 14;
    private static final int NUMBER_PRESENTATION = 15;

    private static final int LATIN_1 = 1;
    private static final int BY_ANSWER = 1;

    public static ConnectedLine of(CallerId id) {
        return new ConnectedLine(id.number(), id.name(), id.presentation(), id.typeOfNumber());
    }

    /// Reads the data of the frame; empty when it overruns: half of it may be wrong as well.
    public static Optional<ConnectedLine> read(Bytes data) {
        return Parts.read(data).map(ConnectedLine::read);
    }

    private static ConnectedLine read(Parts in) {
        int together = in.number(PRESENTATION, CallerId.ALLOWED);
        return new ConnectedLine(
                in.number(NUMBER_VALID, 1) == 0 ? "" : in.text(NUMBER),
                in.number(NAME_VALID, 1) == 0 ? "" : in.text(NAME),
                in.number(NUMBER_PRESENTATION, together),
                in.number(PLAN, 0));
    }

    /// The data of a frame that tells it.
    public Bytes write() {
        return new Parts()
                .octet(VERSION, Parts.LAYOUT)
                .text(NAME, name)
                .octet(NAME_VALID, name.isEmpty() ? 0 : 1)
                .octet(NAME_LETTERS, LATIN_1)
                .octet(NAME_PRESENTATION, presentation)
                .text(NUMBER, number)
                .octet(PLAN, typeOfNumber)
                .octet(NUMBER_VALID, number.isEmpty() ? 0 : 1)
                .octet(NUMBER_PRESENTATION, presentation)
                .octet(PRESENTATION, presentation)
                .word(SOURCE, BY_ANSWER)
                .write();
    }
}

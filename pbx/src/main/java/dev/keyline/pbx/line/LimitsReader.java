package dev.keyline.pbx.line;

import dev.keyline.iax.delivery.Pace;
import dev.keyline.iax.endpoint.Limits;

/// Reads the limits of the port from `[general]`. Those without an Asterisk's name are Keyline's
/// own.
final class LimitsReader {
    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;
    private static final int MANY = 1_000_000;

    private LimitsReader() {}

    static Limits limits(SectionReader values) {
        var usual = Limits.USUAL;
        return new Limits(
                values.number("maxcallnumbers", 1, 32767, usual.callsPerAddress()),
                values.number("maxcallnumbers_nonvalidated", 0, 65535, usual.unvalidatedCalls()),
                values.number("maxunproven", 1, MANY, usual.unprovenCalls()),
                values.number("calltokenexpiration", 1, 3600, 10) * SECOND,
                values.number("numberrest", 1, 3600, 60) * SECOND,
                values.number("strangerspersecond", 0, MANY, usual.strangersPerSecond()),
                values.number("strangersperaddress", 0, MANY, usual.strangersPerAddress()),
                values.number("noticespersecond", 0, MANY, usual.noticesPerSecond()),
                values.number("pingspersecond", 0, MANY, usual.pingsPerSecond()),
                values.number("signaturespersecond", 1, MANY, usual.signaturesPerSecond()),
                values.number("signaturequeue", 0, MANY, usual.signaturesWaiting()),
                values.number("maxtransfersperminute", 0, 1000, usual.transfersPerMinute()));
    }

    /// The window is less than half of the 256 numbers of a stream, or old and new are the same.
    static Pace pace(SectionReader values) {
        var usual = Pace.USUAL;
        return new Pace(
                usual.firstWait(),
                usual.longestWait(),
                usual.giveUpAfter(),
                values.number("maxunacknowledged", 8, 127, usual.window()),
                values.number("vnakpause", 1, 1000, 20) * MILLI);
    }
}

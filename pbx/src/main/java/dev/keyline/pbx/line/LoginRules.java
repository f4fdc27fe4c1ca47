package dev.keyline.pbx.line;

/// What `[general]` says about logins; all of it is our own.
///
/// @param failures when an address is not heard any more
/// @param file the name of a file that every login is written to as a line of JSON (`loginlog`),
///   empty for none
/// @param securityLog whether the log has logins in the shape of Asterisk's security events as well
public record LoginRules(FailedLogins.Rule failures, String file, boolean securityLog) {
    private static final long SECOND = 1_000_000_000L;

    static LoginRules read(SectionReader values) {
        var usual = FailedLogins.Rule.USUAL;
        return new LoginRules(
                new FailedLogins.Rule(
                        values.number("loginfailures", 0, 100_000, usual.most()),
                        values.number("loginsilence", 1, 86_400, 60) * SECOND),
                values.text("loginlog").orElse(""),
                values.truth("securitylog").orElse(false));
    }
}

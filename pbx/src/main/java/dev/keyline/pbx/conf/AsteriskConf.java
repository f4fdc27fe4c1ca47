package dev.keyline.pbx.conf;

import java.util.Optional;

/// `asterisk.conf`: where things are, and how the program starts. Paths are texts here; nobody
/// opens them.
///
/// @param etc where the other configuration files are (`astetcdir`)
/// @param keys the key directory, `/keys` included
/// @param sounds the sounds directory
/// @param data what is kept between two runs (`astdbdir`)
/// @param spool where recordings without a path go
/// @param initCrypto whether passphrases are asked for at the start (`initcrypto`)
public record AsteriskConf(
        String etc,
        String keys,
        String sounds,
        String data,
        String spool,
        String run,
        String log,
        boolean initCrypto) {
    public static final AsteriskConf BUILT_IN =
            new AsteriskConf(
                    "/etc/asterisk",
                    "/var/lib/asterisk/keys",
                    "/var/lib/asterisk/sounds",
                    "/var/lib/asterisk",
                    "/var/spool/asterisk",
                    "/var/run/asterisk",
                    "/var/log/asterisk",
                    false);

    /// Reads the sections `[directories]` and `[options]`; what they do not say has Asterisk's
    /// built-in value.
    public static AsteriskConf of(Conf.Usable conf) {
        var data = directory(conf, "astdatadir").orElse("/var/lib/asterisk");
        return new AsteriskConf(
                directory(conf, "astetcdir").orElse(BUILT_IN.etc),
                directory(conf, "astkeydir").orElse(data) + "/keys",
                data + "/sounds",
                directory(conf, "astdbdir").orElse(data),
                directory(conf, "astspooldir").orElse(BUILT_IN.spool),
                directory(conf, "astrundir").orElse(BUILT_IN.run),
                directory(conf, "astlogdir").orElse(BUILT_IN.log),
                option(conf, "initcrypto"));
    }

    /// Where Asterisk's voicemail keeps its mailboxes.
    public String voicemail() {
        return spool + "/voicemail";
    }

    private static Optional<String> directory(Conf.Usable conf, String name) {
        return conf.section("directories").flatMap(s -> s.last(name)).map(Setting::value);
    }

    private static boolean option(Conf.Usable conf, String name) {
        return conf.section("options")
                .flatMap(s -> s.last(name))
                .flatMap(s -> Words.truth(s.value()))
                .orElse(false);
    }
}

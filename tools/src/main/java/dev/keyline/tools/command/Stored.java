package dev.keyline.tools.command;

import dev.keyline.keys.genkey.Generated;
import dev.keyline.keys.ring.KeyType;
import java.nio.file.Path;

/// Says what became of a key pair that was to be written, and what to do with it.
final class Stored {
    private Stored() {}

    /// Says it.
    ///
    /// @return the exit code
    static int say(Generated made, Talk talk, boolean quiet) {
        return switch (made) {
            case Generated.Refused(var why) -> talk.fail(why.message());
            case Generated.Written _, Generated.PublicWritten _ when quiet -> ExitCode.OK;
            case Generated.Written written -> {
                pair(written, talk);
                yield ExitCode.OK;
            }
            case Generated.PublicWritten(var file, var fingerprint) -> {
                talk.say(file + "  the public key");
                talk.say("Fingerprint " + fingerprint);
                talk.say(
                        "In iax.conf: inkeys="
                                + name(file)
                                + " in the section of whoever has the other half.");
                yield ExitCode.OK;
            }
        };
    }

    private static void pair(Generated.Written written, Talk talk) {
        var name = name(written.publicFile());
        talk.say(written.privateFile() + "  the private key: keep it, tell nobody");
        talk.say(written.publicFile() + "  the public key: give it to the exchange you call");
        talk.say("Fingerprint " + written.fingerprint());
        talk.say(
                "There: put the .pub into the key directory, and inkeys=" + name + " in iax.conf.");
        talk.say("Here: put the .key into the key directory, and outkey=" + name + " in iax.conf,");
        talk.say("or dial IAX2/%1$s:[%1$s]@host/extension.".formatted(name));
    }

    private static String name(Path publicFile) {
        var file = String.valueOf(publicFile.getFileName());
        return file.substring(0, file.length() - KeyType.PUBLIC.suffix().length());
    }
}

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The files of an exchange, for Keyline and Asterisk alike.
final class Configuration {
    private static final String ASTERISK =
            """
            [directories]
            astetcdir => %1$s/etc
            astkeydir => %1$s/keys
            astdbdir => %1$s/db
            astspooldir => %1$s/spool
            astrundir => %1$s/run
            astlogdir => %1$s/log
            """;

    /// All calls of a generator come from one address: what is allowed to one is raised for that. An
    /// exchange answers in trunks who comes from the address of a peer with trunk=yes.
    private static final String IAX =
            """
            [general]
            bindaddr=127.0.0.1:%d
            disallow=all
            allow=ulaw
            jitterbuffer=no
            maxcallnumbers=32000
            maxauthreq=10000
            maxunproven=10000
            strangersperaddress=5000
            %s
            [bench]
            type=user
            auth=rsa
            inkeys=bench
            context=bench
            [trunk]
            type=user
            auth=rsa
            inkeys=bench
            trunk=yes
            context=bench
            [sealed]
            type=user
            auth=rsa
            inkeys=bench
            secret=bench-secret
            encryption=yes
            forceencryption=yes
            context=bench
            [probe]
            type=user
            context=bench
            [neighbour]
            type=peer
            host=127.0.0.2
            trunk=yes
            [answer]
            type=peer
            host=127.0.0.1
            port=%d
            username=bench
            """;

    private static final String EXTENSIONS =
            """
            [bench]
            exten => 600,1,Answer()
             same => n,Echo()
            exten => 700,1,Dial(IAX2/answer/1)
            """;

    private Configuration() {}

    static void write(Path folder, int port, int answerPort, String general) throws IOException {
        var etc = folder.resolve("etc");
        Files.writeString(etc.resolve("asterisk.conf"), ASTERISK.formatted(folder));
        Files.writeString(etc.resolve("modules.conf"), "[modules]\nautoload=yes\n");
        Files.writeString(etc.resolve("logger.conf"), "[general]\n[logfiles]\nmessages => error\n");
        Files.writeString(etc.resolve("iax.conf"), IAX.formatted(port, general, answerPort));
        Files.writeString(etc.resolve("extensions.conf"), EXTENSIONS);
    }
}

package dev.keyline.tools.command;

import dev.keyline.tools.demo.Show;
import dev.keyline.tools.demo.Town;
import dev.keyline.tools.serve.Unservable;
import dev.keyline.tools.text.FileTrouble;
import dev.keyline.tools.text.Paint;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Two exchanges and a telephone, to be watched.
@Command(
        name = "demo",
        description = {
            "Let two exchanges call each other by RSA key, and watch.",
            "Everything happens on 127.0.0.1 and in a temporary folder, and takes a few seconds."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all that was shown held",
            "1:something did not; it was said what",
            "2:bad arguments"
        })
public final class Demo implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--remove", description = "Remove the files of both exchanges afterwards.")
    private boolean remove;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Use UDP ports N and N+1; default: any two that are free.")
    private int port;

    @Override
    public Integer call() throws InterruptedException {
        var talk = Talk.of(spec);
        try {
            var folder = Files.createTempDirectory("keyline-demo-");
            try {
                return show(talk, folder);
            } finally {
                if (remove) {
                    remove(folder);
                }
            }
        } catch (Unservable ours) {
            throw new IllegalStateException("the files of the demonstration are wrong", ours);
        } catch (IOException failed) {
            return talk.fail(FileTrouble.words(failed));
        }
    }

    private int show(Talk talk, Path folder) throws IOException, InterruptedException, Unservable {
        var town = port == 0 ? free(folder) : new Town(folder, port, port + 1);
        var failures = new Show(town, talk.out(), new Paint(talk.wantsColour())).run();
        whatNext(talk, folder);
        return failures.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    /// Both are held until both are known, so that they differ.
    private static Town free(Path folder) throws SocketException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var one = new DatagramSocket(0, loopback);
                var other = new DatagramSocket(0, loopback)) {
            return new Town(folder, one.getLocalPort(), other.getLocalPort());
        }
    }

    private void whatNext(Talk talk, Path folder) {
        talk.say("");
        if (remove) {
            talk.say("Their files are removed.");
        } else {
            talk.say("The files of east, west and the telephone are yours to read, in " + folder);
            talk.say("  keyline run -C " + folder + "/west/asterisk.conf    serves west again");
        }
        talk.say("Next:");
        talk.say("  keyline run                                       an exchange of your own");
        talk.say(
                "  keyline dial 'IAX2/alice:[alice]@127.0.0.1/600'   call it from a second terminal");
        talk.say("  keyline astgenkey -n NAME                         a key pair, for a neighbour");
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

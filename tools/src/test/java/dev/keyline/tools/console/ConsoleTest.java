package dev.keyline.tools.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyline.iax.net.Tap;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.keys.genkey.KeyPairFiles;
import dev.keyline.keys.genkey.NewKeyPair;
import dev.keyline.pbx.command.Server;
import dev.keyline.pbx.ledger.ExchangeEvent;
import dev.keyline.pbx.ledger.Journal;
import dev.keyline.tools.serve.FrameLog;
import dev.keyline.tools.serve.KeptPasscodes;
import dev.keyline.tools.serve.Serving;
import dev.keyline.tools.serve.Starter;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A console that attaches to an exchange over its socket.
class ConsoleTest {
    @TempDir private Path folder = Path.of("");

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<Server.Ending> endings = new CopyOnWriteArrayList<>();
    private final List<Server.Ending> restarts = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Journal.Sink sink =
            new Journal.Sink() {
                @Override
                public void logged(Journal.Level level, String text) {
                    log.add(text);
                }

                @Override
                public void happened(ExchangeEvent event) {}
            };
    private final LogFeeds feeds = new LogFeeds(sink);
    private final FrameFeeds taps = new FrameFeeds(Tap.NONE);
    private Session.Desk desk = desk(null);

    /// What is shown to a person, who types a passphrase when asked.
    private static final class Typist implements Attached.Person {
        private final List<String> seen = new ArrayList<>();
        private final List<String> prompts = new ArrayList<>();
        private final String passphrase;

        Typist(String passphrase) {
            this.passphrase = passphrase;
        }

        @Override
        public void see(String line) {
            seen.add(line);
        }

        @Override
        public Optional<char[]> askHidden(String prompt) {
            prompts.add(prompt);
            return Optional.of(passphrase.toCharArray());
        }
    }

    private Session.Desk desk(@org.jspecify.annotations.Nullable Serving serving) {
        return new Session.Desk() {
            @Override
            public Server server(Function<String, Optional<char[]>> asks) {
                if (serving == null) {
                    throw new IllegalStateException("nothing is served");
                }
                var frames = new FrameLog(new Journal(sink));
                return new Running(
                        serving,
                        frames,
                        "keyline 1",
                        _ -> {},
                        (how, again) -> (again ? restarts : endings).add(how),
                        asks);
            }

            @Override
            public void complain(String what) {
                complaints.add(what);
            }

            @Override
            public Feed watch(int verbosity, Consumer<String> reader) {
                return feeds.watch(verbosity, reader);
            }

            @Override
            public Feed frames(Consumer<String> reader) {
                return taps.watch(reader);
            }
        };
    }

    @BeforeEach
    void serve() throws Exception {
        var starter = new Starter(folder);
        starter.write();
        var locked =
                NewKeyPair.named(folder.resolve("keys"), "east")
                        .lockedWith("open sesame".toCharArray());
        KeyPairFiles.generate(locked, new SecureRandom());
        var serving =
                Serving.open(
                        starter.main(),
                        OptionalInt.of(freePort()),
                        KeptPasscodes.NONE,
                        sink,
                        Tap.NONE);
        open.add(serving);
        desk = desk(serving);
        open.add(ControlSocket.open(folder, desk));
    }

    private static int freePort() throws IOException {
        try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @AfterEach
    void close() throws Exception {
        for (var each : open.reversed()) {
            each.close();
        }
    }

    private Typist run(String command, boolean wellDone) throws IOException {
        return run(command, wellDone, "");
    }

    private Typist run(String command, boolean wellDone, String passphrase) throws IOException {
        var typist = new Typist(passphrase);
        try (var attached = Attached.to(folder)) {
            assertThat(attached.run(command, typist)).contains(wellDone);
        }
        return typist;
    }

    @Test
    void aCommandIsAnsweredOverTheSocket() throws Exception {
        assertThat(run("core show version", true).seen).containsExactly("keyline 1");
        assertThat(run("core show channels count", true).seen.getFirst())
                .isEqualTo("0 active channels");
        assertThat(run("nonsense", false).seen.getFirst()).startsWith("No such command");
    }

    @Test
    void keysInitAsksThePersonAtTheConsole() throws Exception {
        assertThat(run("keys show", true).seen)
                .anyMatch(line -> line.startsWith("east") && line.contains("[Needs Passcode]"));
        assertThat(run("keys init", true, "wrong").seen)
                .singleElement()
                .asString()
                .contains("east")
                .doesNotContain("wrong");
        var typist = run("keys init", true, "open sesame");
        assertThat(typist.prompts).containsExactly(">>>> passcode for PRIVATE key 'east': ");
        assertThat(typist.seen).containsExactly("Key 'east' is loaded.");
        assertThat(run("show keys", true).seen).noneMatch(line -> line.contains("Passcode"));
        assertThat(String.join("\n", log)).doesNotContain("sesame");
    }

    @Test
    void reloadReadsTheFilesAgain() throws Exception {
        Files.writeString(folder.resolve("iax.conf"), "[newcomer]\ntype=user\nsecret=x\n");
        assertThat(run("core reload", true).seen)
                .contains("The configuration files have been read again.");
        assertThat(run("iax2 show users", true).seen).anyMatch(l -> l.startsWith("newcomer"));
        Files.writeString(folder.resolve("iax.conf"), "[newcomer\n");
        assertThat(run("core reload", false).seen)
                .anyMatch(l -> l.contains("the old one stays in force"));
        assertThat(run("iax2 show users", true).seen).anyMatch(l -> l.startsWith("newcomer"));
    }

    @Test
    void statisticsTellOfThePort() throws Exception {
        assertThat(run("iax2 show stats", true).seen)
                .contains("in 0 batches; the kernel refused to send 0");
    }

    @Test
    void stoppingIsPassedOn() throws Exception {
        run("core stop gracefully", true);
        assertThat(endings).containsExactly(Server.Ending.GRACEFULLY);
        run("core restart when convenient", true);
        assertThat(restarts).containsExactly(Server.Ending.WHEN_CONVENIENT);
    }

    @Test
    void theLogIsShownAmongTheAnswers() throws Exception {
        var shown = new LinkedBlockingQueue<String>();
        try (var attached = Attached.to(folder)) {
            attached.watch(1, shown::add);
            feeds.logged(Journal.Level.DEBUG, "too much");
            feeds.logged(Journal.Level.VERBOSE, "a step");
            feeds.logged(Journal.Level.WARNING, "trouble");
            assertThat(shown.poll(10, TimeUnit.SECONDS)).isEqualTo("    -- a step");
            assertThat(shown.poll(10, TimeUnit.SECONDS)).isEqualTo("WARNING: trouble");
            assertThat(attached.run("core show version", new Typist(""))).contains(true);
        }
        assertThat(log).contains("trouble");
    }

    @Test
    void aSlowReaderLosesLinesAndIsToldHowMany() throws Exception {
        var shown = new LinkedBlockingQueue<String>();
        var gate = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        try (var _ =
                feeds.watch(
                        0,
                        line -> {
                            begun.countDown();
                            await(gate);
                            shown.add(line);
                        })) {
            feeds.logged(Journal.Level.NOTICE, "first");
            await(begun);
            for (int i = 0; i < Feed.LONGEST_QUEUE + 7; i++) {
                feeds.logged(Journal.Level.NOTICE, "one of many");
            }
            gate.countDown();
            assertThat(shown.poll(10, TimeUnit.SECONDS)).isEqualTo("NOTICE: first");
            assertThat(shown.poll(10, TimeUnit.SECONDS))
                    .isEqualTo("7 lines of the log are left out: too many at once");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theFramesOfThePortAreTold() throws Exception {
        var seen = new LinkedBlockingQueue<SeenFrame>();
        try (var attached = Attached.to(folder)) {
            attached.frames(seen::add);
            var peer = PeerAddress.ofIPv4("192.0.2.1", 4569);
            taps.saw(true, peer, new byte[] {1, 2, 3, 4}, 3, 77);
            var here = new SeenFrame.Here(peer);
            assertThat(SeenFrame.parse(here.line())).contains(here);
            assertThat(SeenFrame.parse(SeenFrame.lost(3))).contains(new SeenFrame.Lost(3));
            assertThat(SeenFrame.parse("nonsense")).isEmpty();
            assertThat(seen.poll(10, TimeUnit.SECONDS))
                    .isEqualTo(new SeenFrame.Datagram(77, true, peer, Bytes.of(1, 2, 3)));
        }
    }

    @Test
    void whoIsAttachedLearnsThatTheExchangeHasEnded() throws Exception {
        var ended = new CountDownLatch(1);
        try (var attached = Attached.to(folder)) {
            attached.whenGone(ended::countDown);
            open.removeLast().close();
            await(ended);
            assertThat(attached.run("core show version", new Typist(""))).isEmpty();
        }
    }

    @Test
    void nobodyElseMayOpenTheSocket() throws Exception {
        var mode = Files.getPosixFilePermissions(folder.resolve(ControlSocket.NAME));
        assertThat(PosixFilePermissions.toString(mode)).isEqualTo("rw-------");
    }

    @Test
    void aSecondExchangeIsRefused() {
        assertThatThrownBy(() -> ControlSocket.open(folder, desk))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another exchange answers at")
                .hasMessageContaining("keyline -r");
    }

    @Test
    void whatADeadProcessLeftIsReplaced() throws Exception {
        var elsewhere = Files.createDirectory(folder.resolve("run"));
        var file = elsewhere.resolve(ControlSocket.NAME);
        try (var dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(file));
        }
        assertThat(file).exists();
        open.add(ControlSocket.open(elsewhere, desk));
        try (var attached = Attached.to(elsewhere)) {
            assertThat(attached.run("core show version", new Typist(""))).contains(true);
        }
    }

    @Test
    void whereNothingRunsOneIsToldSo() {
        assertThatThrownBy(() -> Attached.to(folder.resolve("keys")))
                .hasMessageContaining("No exchange runs here")
                .hasMessageContaining("keyline run");
    }

    @Test
    void tabCompletesOverTheSocket() throws Exception {
        try (var attached = Attached.to(folder)) {
            assertThat(attached.next("keys ")).containsExactly("init", "show");
        }
    }
}

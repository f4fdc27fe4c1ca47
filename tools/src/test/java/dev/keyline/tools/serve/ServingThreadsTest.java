package dev.keyline.tools.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Destination;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.MediaOffer;
import dev.keyline.iax.message.New;
import dev.keyline.iax.net.Addresses;
import dev.keyline.iax.net.Phone;
import dev.keyline.iax.net.PhoneCall;
import dev.keyline.iax.net.Tap;
import dev.keyline.iax.net.Traffic;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.ledger.ExchangeEvent;
import dev.keyline.pbx.ledger.Journal;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// An exchange with `threads=3` on a port of loopback.
@Timeout(60)
final class ServingThreadsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int BLOCKS = 25;
    private static final int POKES = 5;
    private static final Door OPEN =
            new Door() {
                @Override
                public boolean needsToken(New request, PeerAddress from) {
                    return false;
                }

                @Override
                public Admission knock(New request, PeerAddress from) {
                    return new Open("anybody");
                }
            };

    private static final Journal.Sink SILENT =
            new Journal.Sink() {
                @Override
                public void logged(Journal.Level level, String text) {}

                @Override
                public void happened(ExchangeEvent event) {}
            };

    @TempDir private Path folder = Path.of("");

    private final LinkedBlockingQueue<PhoneCall> arrived = new LinkedBlockingQueue<>();

    private Phone phone() throws IOException {
        var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return Phone.open(here, OPEN, KeyRing.EMPTY, arrived::add, Tap.NONE);
    }

    private Serving exchange(Phone callee) throws Exception {
        write("asterisk.conf", "[directories]\nastkeydir => " + folder + "\n");
        write(
                "iax.conf",
                "[general]\nbindaddr=127.0.0.1\nthreads=3\n[open]\ntype=user\ncontext=in\n");
        var dial = "Dial(IAX2/127.0.0.1:" + callee.localAddress().getPort() + "/1)";
        write("extensions.conf", "[in]\nexten => 1,1," + dial + "\n");
        Files.createDirectories(folder.resolve("keys"));
        var main = folder.resolve("asterisk.conf");
        var port = OptionalInt.of(freePort());
        return Serving.open(main, port, KeptPasscodes.NONE, SILENT, Tap.NONE);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static int freePort() throws IOException {
        try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Which loop a phone is served by: the one that hears its pokes. Somebody else's last word may
    /// still be on its way, but is only one.
    private static int loop(Serving exchange, Phone phone) throws Exception {
        var before = received(exchange);
        for (int i = 0; i < POKES; i++) {
            var there = Addresses.peer(exchange.address());
            assertThat(phone.poke(there, PATIENCE).get(10, TimeUnit.SECONDS)).isPresent();
        }
        var after = received(exchange);
        return IntStream.range(0, after.size())
                .filter(i -> after.get(i) - before.get(i) >= POKES)
                .findFirst()
                .orElseThrow();
    }

    private static List<Long> received(Serving exchange) {
        return exchange.traffic().loops().stream().map(Traffic::received).toList();
    }

    /// A phone at another loop than this one.
    private Phone elsewhere(Serving exchange, int loop) throws Exception {
        while (true) {
            var phone = phone();
            if (loop(exchange, phone) != loop) {
                return phone;
            }
            phone.close();
        }
    }

    @Test
    void aCallWhoseEndsAreAtTwoLoopsIsHeardBothWays() throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "only Linux divides peers");
        try (var callee = phone();
                var exchange = exchange(callee);
                var caller = elsewhere(exchange, loop(exchange, callee))) {
            assertThat(exchange.traffic().loops()).hasSize(3);
            var out = caller.dial(destination(exchange));
            var in = Objects.requireNonNull(arrived.poll(10, TimeUnit.SECONDS), "no call");
            await(in, CallEvent.Arrived.class);
            in.tell(new Command.Accept(MediaFormat.ULAW));
            in.tell(new Command.Answer());
            await(out, CallEvent.Answered.class);
            hears(out, in);
            hears(in, out);
            out.hangUp();
            await(in, CallEvent.Ended.class);
        }
    }

    private static Destination destination(Serving exchange) {
        return Destination.of(
                Addresses.peer(exchange.address()),
                "1",
                "in",
                Credentials.none("open"),
                MediaOffer.of(List.of(MediaFormat.ULAW)));
    }

    private static void hears(PhoneCall speaker, PhoneCall listener) throws Exception {
        var said = IntStream.range(0, BLOCKS).mapToObj(ServingThreadsTest::block).toList();
        said.forEach(block -> speaker.speak(MediaFormat.ULAW, block));
        var heard = new ArrayList<Bytes>();
        for (int i = 0; i < BLOCKS; i++) {
            heard.add(await(listener, CallEvent.Heard.class).payload());
        }
        assertThat(heard).isEqualTo(said);
    }

    private static Bytes block(int number) {
        var octets = new byte[160];
        octets[0] = (byte) number;
        return Bytes.copyOf(octets);
    }

    private static <E extends CallEvent> E await(PhoneCall call, Class<E> kind)
            throws InterruptedException {
        for (var event = call.next(PATIENCE); event.isPresent(); event = call.next(PATIENCE)) {
            if (kind.isInstance(event.get())) {
                return kind.cast(event.get());
            }
        }
        throw new AssertionError("no " + kind.getSimpleName());
    }
}

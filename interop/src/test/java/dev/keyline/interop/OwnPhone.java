package dev.keyline.interop;

import static dev.keyline.interop.Happened.await;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.auth.Guard;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Destination;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.MediaOffer;
import dev.keyline.iax.message.New;
import dev.keyline.iax.net.Phone;
import dev.keyline.iax.net.PhoneCall;
import dev.keyline.iax.net.Tap;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.line.HeldKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A telephone of ours on loopback, which speaks mu-law and lets in whoever shows one of some keys.
final class OwnPhone implements AutoCloseable {
    private final Phone phone;
    private final LinkedBlockingQueue<PhoneCall> arrived;

    private OwnPhone(Phone phone, LinkedBlockingQueue<PhoneCall> arrived) {
        this.phone = phone;
        this.arrived = arrived;
    }

    /// @param inkeys the keys that open it
    static OwnPhone open(HeldKeys ring, String... inkeys) throws IOException {
        var here = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
        var arrived = new LinkedBlockingQueue<PhoneCall>();
        var door = new KeyedDoor(List.of(inkeys));
        return new OwnPhone(Phone.open(here, door, ring, arrived::add, Tap.NONE), arrived);
    }

    private record KeyedDoor(List<String> inkeys) implements Door {
        @Override
        public boolean needsToken(New request, PeerAddress from) {
            return true;
        }

        @Override
        public Admission knock(New request, PeerAddress from) {
            return new Guarded(new Guard("guest", Set.of(AuthMethod.RSA), inkeys, List.of()), 3);
        }
    }

    int port() {
        return phone.localAddress().getPort();
    }

    /// Calls an extension in a context of somebody on loopback.
    PhoneCall dial(int port, String exten, String context, Credentials who) {
        return phone.dial(
                Destination.of(
                        PeerAddress.ofIPv4("127.0.0.1", port),
                        exten,
                        context,
                        who,
                        MediaOffer.of(List.of(MediaFormat.ULAW))));
    }

    /// The next call that comes in, which rings nowhere yet.
    PhoneCall arrived() throws InterruptedException {
        return Objects.requireNonNull(arrived.poll(10, TimeUnit.SECONDS), "no call arrived");
    }

    /// The next call that comes in, accepted but not answered.
    PhoneCall accepted() throws InterruptedException {
        var call = arrived();
        await(call, CallEvent.Arrived.class);
        call.tell(new Command.Accept(MediaFormat.ULAW));
        await(call, CallEvent.Established.class);
        return call;
    }

    /// The next call that comes in, answered.
    PhoneCall answered() throws InterruptedException {
        var call = accepted();
        call.tell(new Command.Answer());
        return call;
    }

    /// Whether nobody has called for a while.
    boolean isQuiet() throws InterruptedException {
        return arrived.poll(200, TimeUnit.MILLISECONDS) == null;
    }

    @Override
    public void close() {
        phone.close();
    }
}

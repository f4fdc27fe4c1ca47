package dev.keyline.bench;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.auth.Guard;
import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Destination;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.call.Encryption;
import dev.keyline.iax.cipher.Chance;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.endpoint.Config;
import dev.keyline.iax.endpoint.Endpoint;
import dev.keyline.iax.endpoint.Output;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.New;
import dev.keyline.iax.sim.Network;
import dev.keyline.iax.sim.Weather;
import dev.keyline.iax.trunk.TrunkSettings;
import dev.keyline.iax.wire.PeerAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An endpoint with calls that it echoes, and the datagrams of a block on each, which come again
/// and again.
///
/// Time passes a nanosecond for each, so that no PING or LAGRQ falls due however long it goes on.
final class Echo {
    private static final long SECOND = 1_000_000_000L;

    /// Between two calls, nanoseconds: of one address no more than so many strangers are heard each
    /// second.
    private static final long SLOWLY = 20_000_000;

    /// So that the pieces of eight calls fit into one envelope; 1240 would take seven.
    private static final int MTU = 1400;

    private final Network net = new Network(1, Weather.STILL);
    private final Endpoint west = endpoint(Door.CLOSED);
    private final Endpoint east = endpoint(new OpenDoor());
    private final List<CallId> dialled = new ArrayList<>();
    private final List<CallId> answered = new ArrayList<>();
    private final List<byte[]> wire = new ArrayList<>();
    private int next;
    private long now;
    private long octetsSent;

    private static final Secret SECRET = new Secret("for a stopwatch only");

    private static final Door.Admission SEALED =
            new Door.Guarded(
                    new Guard("west", Set.of(AuthMethod.MD5), List.of(), List.of(SECRET)),
                    0,
                    Encryption.FORCED);

    private static final class OpenDoor implements Door {
        @Override
        public boolean needsToken(New request, PeerAddress from) {
            return false;
        }

        @Override
        public Admission knock(New request, PeerAddress from) {
            return request.encryption() == 0 ? new Open("west") : SEALED;
        }
    }

    /// How voice travels.
    enum Way {
        CLEAR,
        SEALED,
        TRUNKED
    }

    Echo(int calls, Way way) {
        net.attach(Samples.WEST, west);
        net.attach(Samples.EAST, east, this::answer);
        for (int i = 0; i < calls; i++) {
            net.act(Samples.WEST, () -> dialled.add(west.dial(call(way), net.now())));
            net.run(SLOWLY);
        }
        net.run(SECOND);
        speak();
        net.run(SECOND);
        if (way == Way.TRUNKED) {
            dialled.forEach(call -> west.tell(call, new Command.Trunk(), net.now()));
            answered.forEach(call -> east.tell(call, new Command.Trunk(), net.now()));
        }
        now = net.now();
        west.outlet((_, octets, from, size) -> sent(Arrays.copyOfRange(octets, from, from + size)));
        east.outlet((_, _, _, size) -> octetsSent += size);
        speak();
        west.wake(now + TrunkSettings.USUAL.every());
        if (wire.size() != (way == Way.TRUNKED ? 1 : calls)) {
            throw new IllegalStateException(wire.size() + " datagrams of " + calls + " calls");
        }
    }

    /// Keeps voice, and no PING of so many calls.
    private void sent(byte[] datagram) {
        if (datagram[0] >= 0) {
            wire.add(datagram);
        }
    }

    private static Destination call(Way way) {
        if (way != Way.SEALED) {
            return Samples.call();
        }
        var secret = Credentials.usual("west", Optional.empty(), Optional.of(SECRET));
        return Samples.call(secret).with(Encryption.FORCED);
    }

    private Endpoint endpoint(Door door) {
        var usual = Config.USUAL;
        var config =
                new Config(
                        usual.limits(),
                        usual.pace(),
                        usual.delays(),
                        usual.pingEvery(),
                        usual.lagEvery(),
                        usual.trunk().withMtu(MTU),
                        usual.registering());
        return new Endpoint(config, door, KeyRing.EMPTY, new Chance(net.chance()));
    }

    /// The first block on a call is news, as the format is new; answering it makes the format
    /// known.
    private void answer(CallId call, CallEvent event, long at) {
        switch (event) {
            case CallEvent.Arrived _ -> east.tell(call, new Command.Accept(MediaFormat.ULAW), at);
            case CallEvent.Established _ -> {
                answered.add(call);
                east.tell(call, new Command.Answer(), at);
                east.switchboard().pass(call, call);
            }
            case CallEvent.Heard(var format, _, var block) ->
                    east.tell(call, new Command.Speak(format, block), at);
            default -> {}
        }
    }

    /// A block on each call.
    private void speak() {
        for (var call : dialled) {
            var block = new Command.Speak(MediaFormat.ULAW, Samples.BLOCK);
            net.act(Samples.WEST, () -> west.tell(call, block, net.now()));
        }
    }

    /// The next datagram comes in, and the echo of it goes out.
    ///
    /// @return how many octets were sent back since the beginning
    long hear() {
        now++;
        next = next + 1 < wire.size() ? next + 1 : 0;
        var datagram = wire.get(next);
        east.receive(Samples.WEST, datagram, datagram.length, now);
        if (!(east.poll() instanceof Output.Quiet)) {
            throw new IllegalStateException("voice became news");
        }
        return octetsSent;
    }
}

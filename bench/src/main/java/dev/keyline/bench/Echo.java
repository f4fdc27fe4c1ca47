package dev.keyline.bench;

import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Door;
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

/// An endpoint with calls that it echoes, and one datagram of their voice that comes again and
/// again.
///
/// Time passes a nanosecond for each, so that no PING or LAGRQ falls due however long it goes on.
final class Echo {
    private static final long SECOND = 1_000_000_000L;

    /// So that the pieces of eight calls fit into one envelope; 1240 would take seven.
    private static final int MTU = 1400;

    private final Network net = new Network(1, Weather.STILL);
    private final Endpoint west = endpoint(Door.CLOSED);
    private final Endpoint east = endpoint(new OpenDoor());
    private final List<CallId> dialled = new ArrayList<>();
    private final List<CallId> answered = new ArrayList<>();
    private byte[] wire = {};
    private long now;
    private long octetsSent;

    private static final class OpenDoor implements Door {
        @Override
        public boolean needsToken(New request, PeerAddress from) {
            return false;
        }

        @Override
        public Admission knock(New request, PeerAddress from) {
            return new Open("west");
        }
    }

    Echo(int calls, boolean trunked) {
        net.attach(Samples.WEST, west);
        net.attach(Samples.EAST, east, this::answer);
        for (int i = 0; i < calls; i++) {
            net.act(Samples.WEST, () -> dialled.add(west.dial(Samples.call(), net.now())));
        }
        net.run(SECOND);
        speak();
        net.run(SECOND);
        if (trunked) {
            dialled.forEach(call -> west.tell(call, new Command.Trunk(), net.now()));
            answered.forEach(call -> east.tell(call, new Command.Trunk(), net.now()));
        }
        now = net.now();
        west.outlet(
                (_, octets, from, size) -> wire = Arrays.copyOfRange(octets, from, from + size));
        east.outlet((_, _, _, size) -> octetsSent += size);
        speak();
        west.wake(now + TrunkSettings.USUAL.every());
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
        return new Endpoint(config, door, KeyRing.EMPTY, net.chance());
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

    /// The datagram comes in, and the echo of it goes out.
    ///
    /// @return how many octets were sent back since the beginning
    long hear() {
        now++;
        east.receive(Samples.WEST, wire, wire.length, now);
        if (!(east.poll() instanceof Output.Quiet)) {
            throw new IllegalStateException("voice became news");
        }
        return octetsSent;
    }
}

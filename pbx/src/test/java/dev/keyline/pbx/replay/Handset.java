package dev.keyline.pbx.replay;

import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.endpoint.Config;
import dev.keyline.iax.endpoint.Endpoint;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.New;
import dev.keyline.iax.sim.Network;
import dev.keyline.iax.wire.PeerAddress;

/// A telephone of the exchange that stands in: whoever calls from there does so by the dialplan. It
/// answers at once.
final class Handset implements Network.Listener {
    static final PeerAddress ADDRESS = PeerAddress.ofIPv4("127.0.0.20", PeerAddress.DEFAULT_PORT);

    static final String TARGET = "IAX2/127.0.0.20/s";

    private final Endpoint endpoint;

    private Handset(Network net) {
        this.endpoint = new Endpoint(Config.USUAL, new Anybody(), KeyRing.EMPTY, net.chance());
    }

    static void join(Network net) {
        var handset = new Handset(net);
        net.attach(ADDRESS, handset.endpoint, handset);
    }

    private static final class Anybody implements Door {
        @Override
        public boolean needsToken(New request, PeerAddress from) {
            return false;
        }

        @Override
        public Admission knock(New request, PeerAddress from) {
            return new Open("anybody");
        }
    }

    @Override
    public void news(CallId call, CallEvent event, long now) {
        switch (event) {
            case CallEvent.Arrived _ ->
                    endpoint.tell(call, new Command.Accept(MediaFormat.ULAW), now);
            case CallEvent.Established _ -> endpoint.tell(call, new Command.Answer(), now);
            default -> {}
        }
    }
}

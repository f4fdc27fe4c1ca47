package dev.keyline.iax.sim;

import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Destination;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.endpoint.Config;
import dev.keyline.iax.endpoint.Endpoint;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.MediaOffer;
import dev.keyline.iax.wire.PeerAddress;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// A party of random scenes. All it says bears its [Tag] and a number, and of all it hears it
/// notices at once what came twice, too late, or from a call it has nothing to do with.
final class Talker implements Network.Listener {
    private static final MediaOffer ULAW = MediaOffer.of(List.of(MediaFormat.ULAW));

    private final Network net;
    private final PeerAddress address;
    private final Supplier<Endpoint> birth;
    private final Map<CallId, Talk> talks = new LinkedHashMap<>();
    private Endpoint endpoint;
    private int life;
    private String complaint = "";

    Talker(Network net, PeerAddress address, KeyRing ring, Door door) {
        this.net = net;
        this.address = address;
        this.birth = () -> new Endpoint(Config.USUAL, door, ring, net.chance());
        this.endpoint = birth.get();
        net.attach(address, endpoint, this);
    }

    PeerAddress address() {
        return address;
    }

    /// How often it has been started again.
    int life() {
        return life;
    }

    Collection<Talk> talks() {
        return talks.values();
    }

    boolean isIdle() {
        return endpoint.isIdle();
    }

    int liveCalls() {
        return endpoint.liveCalls();
    }

    /// What went wrong first, or an empty text.
    String complaint() {
        return complaint;
    }

    void dial(Talker callee, Credentials credentials) {
        var to = Destination.of(callee.address, "600", null, credentials, ULAW);
        net.act(address, () -> talk(endpoint.dial(to, net.now())));
    }

    /// Loses all memory, as a process that is started again.
    void restart() {
        life++;
        talks.clear();
        endpoint = birth.get();
        net.restart(address, endpoint);
    }

    void write(Talk talk, int texts) {
        for (int i = 0; i < texts; i++) {
            net.act(address, () -> tell(talk, new Command.Write(talk.nextText())));
        }
    }

    /// Speaks so many blocks of 20 ms.
    void speak(Talk talk, int blocks) {
        int born = life;
        for (int i = 0; i < blocks; i++) {
            net.in(
                    i * 20_000_000L,
                    address,
                    () -> {
                        if (life == born) {
                            tell(talk, new Command.Speak(MediaFormat.ULAW, talk.nextBlock()));
                        }
                    });
        }
    }

    /// Changes how voice travels; nobody may notice.
    void wish(Talk talk, Command wish) {
        net.act(address, () -> tell(talk, wish));
    }

    void hangUp(Talk talk) {
        net.act(address, () -> tell(talk, new Command.Finish(Cause.NORMAL)));
    }

    void hangUpAll() {
        net.act(address, () -> endpoint.hangUpAll(Cause.NORMAL, net.now()));
    }

    private void tell(Talk talk, Command command) {
        endpoint.tell(talk.id(), command, net.now());
    }

    private Talk talk(CallId id) {
        return talks.computeIfAbsent(id, i -> new Talk(i, new Tag(address.port(), life, i)));
    }

    @Override
    public void news(CallId id, CallEvent event, long now) {
        var talk = talk(id);
        if (talk.isEnded()) {
            complain(talk, "is told of " + event.getClass().getSimpleName() + " after its end");
        }
        switch (event) {
            case CallEvent.Arrived _ ->
                    endpoint.tell(id, new Command.Accept(MediaFormat.ULAW), now);
            case CallEvent.Established _ -> {
                talk.accepted();
                endpoint.tell(id, new Command.Answer(), now);
            }
            case CallEvent.Accepted _ -> talk.accepted();
            case CallEvent.Wrote(var text) -> complain(talk, talk.read(text));
            case CallEvent.Heard heard -> complain(talk, talk.hear(heard.payload()));
            case CallEvent.Ended _ -> talk.end();
            default -> {}
        }
    }

    private void complain(Talk talk, String what) {
        if (complaint.isEmpty() && !what.isEmpty()) {
            complaint = talk.tag() + " " + what;
        }
    }
}

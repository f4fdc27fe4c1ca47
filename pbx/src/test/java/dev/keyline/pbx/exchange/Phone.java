package dev.keyline.pbx.exchange;

import dev.keyline.audio.codec.Codec;
import dev.keyline.audio.tone.Cadence;
import dev.keyline.audio.tone.ToneSource;
import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Destination;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.call.Encryption;
import dev.keyline.iax.call.Ending;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.endpoint.Config;
import dev.keyline.iax.endpoint.Endpoint;
import dev.keyline.iax.message.CallerId;
import dev.keyline.iax.message.Indication;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.MediaOffer;
import dev.keyline.iax.message.New;
import dev.keyline.iax.message.Variable;
import dev.keyline.iax.sim.Network;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A telephone with one line: dials, is called, speaks, presses digits, and remembers everything.
public final class Phone implements Network.Listener {
    private final Scene scene;
    private final PeerAddress address;
    private final Endpoint endpoint;
    private final List<CallEvent> news = new ArrayList<>();
    private MediaFormat format = MediaFormat.ULAW;
    private long pictures;
    private long answersAfter = -1;
    private CallerId caller = CallerId.NONE;
    private List<Variable> variables = List.of();
    private Optional<CallId> call = Optional.empty();

    Phone(Scene scene, PeerAddress address, KeyRing ring) {
        this.scene = scene;
        this.address = address;
        this.endpoint = new Endpoint(Config.USUAL, open(), ring, scene.net().chance());
        scene.net().attach(address, endpoint, this);
    }

    private static Door open() {
        return new Door() {
            @Override
            public boolean needsToken(New request, PeerAddress from) {
                return false;
            }

            @Override
            public Admission knock(New request, PeerAddress from) {
                return new Open("anybody");
            }
        };
    }

    public PeerAddress address() {
        return address;
    }

    /// Rings at once when called, and answers after this time.
    public Phone answeringAfter(long nanos) {
        answersAfter = nanos;
        return this;
    }

    public Phone showing(MediaFormat one) {
        pictures = one.bit();
        return this;
    }

    public Phone speaking(MediaFormat one) {
        format = one;
        return this;
    }

    public Phone as(CallerId id) {
        caller = id;
        return this;
    }

    public Phone carrying(Variable... all) {
        variables = List.of(all);
        return this;
    }

    @Override
    public void news(CallId id, CallEvent event, long now) {
        news.add(event);
        switch (event) {
            case CallEvent.Arrived _ -> {
                call = Optional.of(id);
                endpoint.tell(id, new Command.Accept(format), now);
            }
            case CallEvent.Established _ -> ring(id, now);
            default -> {}
        }
    }

    private void ring(CallId id, long now) {
        endpoint.tell(id, new Command.Indicate(Indication.RINGING), now);
        if (answersAfter >= 0) {
            scene.net()
                    .in(
                            answersAfter,
                            address,
                            () -> endpoint.tell(id, new Command.Answer(), scene.net().now()));
        }
    }

    public void dials(Scene.Office office, String exten) {
        dials(office, exten, null, Credentials.none(""));
    }

    public void dials(Scene.Office office, String exten, Credentials credentials) {
        dials(office, exten, null, credentials);
    }

    public void dials(
            Scene.Office office, String exten, @Nullable String context, Credentials credentials) {
        var destination =
                new Destination(
                        office.address,
                        exten,
                        context,
                        credentials,
                        caller,
                        MediaOffer.of(List.of(format)).with(pictures),
                        "",
                        false,
                        variables,
                        null,
                        Encryption.NONE);
        scene.net()
                .act(
                        address,
                        () -> call = Optional.of(endpoint.dial(destination, scene.net().now())));
    }

    public void tell(Command wish) {
        scene.net().act(address, () -> endpoint.tell(call.orElseThrow(), wish, scene.net().now()));
    }

    public void hangsUp() {
        tell(new Command.Finish(Cause.NORMAL));
    }

    public void presses(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            char digit = digits.charAt(i);
            tell(new Command.Press(digit, true));
            tell(new Command.Press(digit, false));
        }
    }

    /// Speaks a tone for so many blocks of 20 ms, beginning now.
    public void speaks(Cadence tone, int blocks) {
        var source = new ToneSource(tone);
        var codec = Codec.labelled(format.asteriskName()).orElseThrow();
        var encoder = codec.encoder();
        for (int i = 0; i < blocks; i++) {
            var samples = new short[160];
            source.next(samples, 0, 160);
            var octets = new byte[codec.octetsPerFrame()];
            encoder.encode(samples, 0, 160, octets, 0);
            var wish = new Command.Speak(format, Bytes.copyOf(octets));
            scene.net()
                    .in(
                            i * 20L * Scene.MILLI,
                            address,
                            () -> endpoint.tell(call.orElseThrow(), wish, scene.net().now()));
        }
    }

    public <E extends CallEvent> List<E> heard(Class<E> kind) {
        return news.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public boolean isAnswered() {
        return !heard(CallEvent.Answered.class).isEmpty();
    }

    /// How the call ended, if it has.
    public Optional<Ending> ending() {
        return heard(CallEvent.Ended.class).stream().map(CallEvent.Ended::why).findFirst();
    }

    public List<Indication> indications() {
        return heard(CallEvent.Indicated.class).stream()
                .map(CallEvent.Indicated::indication)
                .toList();
    }

    /// All voice heard so far, as samples of 8 kHz.
    public short[] sound() {
        var blocks = heard(CallEvent.Heard.class);
        if (blocks.isEmpty()) {
            return new short[0];
        }
        var codec = Codec.labelled(blocks.getFirst().format().asteriskName()).orElseThrow();
        var decoder = codec.decoder();
        var all = new short[blocks.size() * 480];
        int count = 0;
        for (var block : blocks) {
            var octets = block.payload().toArray();
            count += decoder.decode(octets, 0, octets.length, all, count);
        }
        return Arrays.copyOf(all, count);
    }

    /// Whom the phone talks with.
    public List<PeerAddress> peers() {
        return endpoint.dialogues().stream().map(d -> d.peer()).toList();
    }

    public boolean isIdle() {
        return endpoint.isIdle();
    }
}

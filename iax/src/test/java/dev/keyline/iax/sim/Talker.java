package dev.keyline.iax.sim;

import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Destination;
import dev.keyline.iax.call.Ending;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.endpoint.Endpoint;
import dev.keyline.iax.endpoint.Output;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.registration.Registration;
import dev.keyline.iax.registration.RegistrationEvent;
import dev.keyline.iax.transfer.TransferEvent;
import dev.keyline.iax.transfer.TransferRule;
import dev.keyline.iax.wire.PeerAddress;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/// A party of random scenes. All it says bears its [Tag] and a number, and of all it hears it
/// notices at once what came twice, too late, or from a call it has nothing to do with. A call for
/// `via` and the name of another party is placed there, and the two are joined.
final class Talker implements Network.Listener {
    private final Network net;
    private final int number;
    private final Sections sections;
    private final Supplier<Endpoint> birth;
    private final Function<String, Destination> directory;
    private final Transcript transcript;
    private final Map<CallId, Talk> talks = new LinkedHashMap<>();
    private final Map<CallId, Registration> wishes = new LinkedHashMap<>();
    private final Relays relays = new Relays();
    private Book book = new Book();
    private PeerAddress address;
    private Endpoint endpoint;
    private int life;
    private long stalledUntil = Long.MIN_VALUE;
    private String complaint = "";

    /// @param birth makes its endpoint, at the beginning and after each restart
    /// @param directory how it calls whom it is asked to join a caller with
    Talker(
            Network net,
            int number,
            Sections sections,
            Supplier<Endpoint> birth,
            Function<String, Destination> directory,
            Transcript transcript) {
        this.net = net;
        this.number = number;
        this.address = PeerAddress.ofIPv4("10.0.0." + number, 4569 + number);
        this.sections = sections;
        this.birth = birth;
        this.directory = directory;
        this.transcript = transcript;
        this.endpoint = birth.get();
        net.attach(address, endpoint, this);
    }

    int number() {
        return number;
    }

    PeerAddress address() {
        return address;
    }

    /// How often it has been started again.
    int life() {
        return life;
    }

    /// When time last stood still for it, or begins to pass again.
    long stalledUntil() {
        return stalledUntil;
    }

    Collection<Talk> talks() {
        return talks.values();
    }

    /// Its calls in which it says and hears something itself.
    List<Talk> ownTalks() {
        return talks.values().stream().filter(talk -> !relays.has(talk.id())).toList();
    }

    Endpoint endpoint() {
        return endpoint;
    }

    Book book() {
        return book;
    }

    Map<CallId, Registration> wishes() {
        return wishes;
    }

    /// What went wrong first, or an empty text.
    String complaint() {
        return complaint;
    }

    void dial(Destination to) {
        net.act(address, () -> talk(endpoint.dial(to, net.now())));
    }

    void register(PeerAddress registrar, Credentials credentials, int seconds) {
        var wish = new Registration(registrar, credentials, seconds);
        net.act(address, () -> wishes.put(endpoint.register(wish, net.now()), wish));
    }

    void release(CallId registration) {
        wishes.remove(registration);
        net.act(address, () -> endpoint.release(registration, net.now()));
    }

    /// Loses all memory, as a process that is started again.
    void restart() {
        life++;
        talks.clear();
        wishes.clear();
        relays.clear();
        book = new Book();
        endpoint = birth.get();
        net.restart(address, endpoint);
    }

    /// Its NAT gives it another address.
    void moveTo(PeerAddress other) {
        net.rebind(address, other);
        address = other;
    }

    void stall(long nanos) {
        stalledUntil = net.now() + nanos;
        net.stall(address, nanos);
    }

    /// Lets the ends of two calls it has joined go on with each other.
    void transfer(TransferRule how) {
        relays.last()
                .ifPresent(
                        pair ->
                                net.act(
                                        address,
                                        () ->
                                                endpoint.transfer(
                                                        pair.near(), pair.far(), how, net.now())));
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

    void wish(Talk talk, Command wish) {
        net.act(address, () -> tell(talk, wish));
    }

    /// Ends all calls and registrations.
    void takeLeave() {
        List.copyOf(wishes.keySet()).forEach(this::release);
        net.act(address, () -> endpoint.hangUpAll(Cause.NORMAL, net.now()));
    }

    private void tell(Talk talk, Command command) {
        endpoint.tell(talk.id(), command, net.now());
    }

    private Talk talk(CallId id) {
        return talks.computeIfAbsent(
                id, i -> new Talk(i, new Tag(number, life, i), sections.keysChange()));
    }

    @Override
    public void noticed(Output.Notice notice, long now) {
        transcript.add(notice.toString());
    }

    @Override
    public void registry(CallId registration, RegistrationEvent event, long now) {
        transcript.add(event.toString());
        book.hear(event, now);
    }

    @Override
    public void news(CallId id, CallEvent event, long now) {
        transcript.add(event);
        var talk = talk(id);
        if (talk.isEnded()) {
            complain(talk, "is told of " + event.getClass().getSimpleName() + " after its end");
        }
        switch (event) {
            case CallEvent.Arrived arrived -> arrive(id, arrived, now);
            case CallEvent.Established _ -> {
                begin(talk, now);
                endpoint.tell(id, new Command.Answer(), now);
            }
            case CallEvent.Accepted _ -> {
                begin(talk, now);
                relay(id, new Command.Accept(MediaFormat.ULAW), now);
            }
            case CallEvent.Wrote(var text) when relays.has(id) ->
                    relay(id, new Command.Write(text), now);
            case CallEvent.Heard(var format, _, var payload) when relays.has(id) ->
                    relay(id, new Command.Speak(format, payload), now);
            case CallEvent.Wrote(var text) -> complain(talk, talk.read(text));
            case CallEvent.Heard heard -> complain(talk, talk.hear(heard.payload()));
            case CallEvent.Rerouted(TransferEvent.Moved _) -> talk.moved();
            case CallEvent.Ended(Ending.Transferred _) -> talk.end();
            case CallEvent.Ended _ -> {
                talk.end();
                relay(id, new Command.Finish(Cause.NORMAL), now);
            }
            default -> {}
        }
    }

    private void begin(Talk talk, long now) {
        talk.accepted();
        endpoint.tell(talk.id(), new Command.Reroute(TransferRule.YES), now);
    }

    private void arrive(CallId id, CallEvent.Arrived arrived, long now) {
        var wanted = arrived.request().calledNumber();
        if (wanted.startsWith("via")) {
            var far = endpoint.dial(directory.apply(wanted), now);
            talk(far);
            relays.join(id, far);
        } else {
            endpoint.tell(id, new Command.Accept(MediaFormat.ULAW), now);
        }
    }

    private void relay(CallId from, Command what, long now) {
        relays.other(from).ifPresent(other -> endpoint.tell(other, what, now));
    }

    private void complain(Talk talk, String what) {
        if (complaint.isEmpty() && !what.isEmpty()) {
            complaint = talk.tag() + " " + what;
        }
    }
}

package dev.keyline.iax.sim;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.auth.Guard;
import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.CodecChoice;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Destination;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.call.Encryption;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.endpoint.Config;
import dev.keyline.iax.endpoint.Endpoint;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.MediaOffer;
import dev.keyline.iax.message.New;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An endpoint with a simple mind, for scenes: remembers its news, answers calls by itself, echoes
/// if told.
public final class Actor implements Network.Listener {
    public static final MediaOffer ULAW = MediaOffer.of(List.of(MediaFormat.ULAW));

    private final Network net;
    private final PeerAddress address;
    private final Endpoint endpoint;
    private final List<CallEvent> news = new ArrayList<>();
    private final Map<CallId, List<CallEvent.Heard>> voices = new HashMap<>();
    private final List<Long> heardAt = new ArrayList<>();
    private final List<CallId> calls = new ArrayList<>();
    private boolean answers = true;
    private boolean echoes;
    private final Map<CallId, CallId> joined = new HashMap<>();
    private int placed;

    public Actor(Network net, PeerAddress address, KeyRing ring, Door door) {
        this(net, address, ring, door, Config.USUAL);
    }

    public Actor(Network net, PeerAddress address, KeyRing ring, Door door, Config config) {
        this.net = net;
        this.address = address;
        this.endpoint = new Endpoint(config, door, ring, net.chance());
        net.attach(address, endpoint, this);
    }

    /// East, who has a key and calls; nobody can call it.
    public static Actor caller(Network net) {
        return new Actor(net, at(1), TestKeys.ring(List.of("east"), List.of()), Door.CLOSED);
    }

    /// West, who takes calls of East by its key.
    public static Actor called(Network net) {
        var ring = TestKeys.ring(List.of(), List.of("east"));
        return new Actor(net, at(2), ring, guarded(Map.of("east", rsa("east", "east"))));
    }

    public static PeerAddress at(int number) {
        return PeerAddress.ofIPv4("10.0.0." + number, PeerAddress.DEFAULT_PORT);
    }

    public Actor echoing() {
        echoes = true;
        return this;
    }

    /// Passes voice on between two of its calls, both ways.
    public void join(CallId one, CallId two) {
        joined.put(one, two);
        joined.put(two, one);
    }

    public Actor waiting() {
        answers = false;
        return this;
    }

    @Override
    public void news(CallId call, CallEvent event, long now) {
        if (!calls.contains(call)) {
            calls.add(call);
        }
        news.add(event);
        if (event instanceof CallEvent.Heard heard) {
            heardAt.add(now);
            voices.computeIfAbsent(call, _ -> new ArrayList<>()).add(heard);
        }
        switch (event) {
            case CallEvent.Arrived arrived when answers ->
                    endpoint.tell(call, accept(arrived.request()), now);
            case CallEvent.Established _ when answers ->
                    endpoint.tell(call, new Command.Answer(), now);
            case CallEvent.Heard heard when joined.containsKey(call) ->
                    endpoint.tell(
                            joined.get(call),
                            new Command.Speak(heard.format(), heard.payload()),
                            now);
            case CallEvent.Heard heard when echoes ->
                    endpoint.tell(call, new Command.Speak(heard.format(), heard.payload()), now);
            default -> {}
        }
    }

    private static Command accept(New request) {
        return CodecChoice.HOST
                .choose(request.media(), List.of(MediaFormat.ULAW))
                .<Command>map(Command.Accept::new)
                .orElseThrow();
    }

    public int placed() {
        return placed;
    }

    public CallId dial(Actor callee, Credentials credentials) {
        return dial(Destination.of(callee.address, "600", null, credentials, ULAW));
    }

    public CallId dial(Destination callee) {
        placed++;
        var ids = new ArrayList<CallId>();
        net.act(address, () -> ids.add(endpoint.dial(callee, net.now())));
        return ids.getFirst();
    }

    public void tell(CallId call, Command wish) {
        net.act(address, () -> endpoint.tell(call, wish, net.now()));
    }

    /// Speaks so many blocks of 20 ms; each is numbered in its first octets.
    public void speak(CallId call, int blocks) {
        for (int i = 0; i < blocks; i++) {
            var block = new byte[160];
            block[0] = (byte) (i >> 8);
            block[1] = (byte) i;
            net.in(
                    i * 20_000_000L,
                    address,
                    () ->
                            endpoint.tell(
                                    call,
                                    new Command.Speak(MediaFormat.ULAW, Bytes.copyOf(block)),
                                    net.now()));
        }
    }

    public <E extends CallEvent> List<E> heard(Class<E> kind) {
        return news.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /// What was heard on each call.
    public Map<CallId, List<CallEvent.Heard>> voices() {
        return Map.copyOf(voices);
    }

    /// When each block of voice came, in nanoseconds.
    public List<Long> heardAt() {
        return List.copyOf(heardAt);
    }

    public Optional<CallEvent> last() {
        return news.isEmpty() ? Optional.empty() : Optional.of(news.getLast());
    }

    public List<CallEvent> news() {
        return List.copyOf(news);
    }

    public List<CallId> calls() {
        return List.copyOf(calls);
    }

    public CallId call() {
        return calls.getLast();
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    public PeerAddress address() {
        return address;
    }

    /// A door with one guarded section for each name.
    public static Door guarded(Map<String, Guard> guards) {
        return guarded(guards, Encryption.NONE);
    }

    static Door guarded(Map<String, Guard> guards, Encryption encryption) {
        return new Door() {
            @Override
            public boolean needsToken(New request, PeerAddress from) {
                return true;
            }

            @Override
            public Admission knock(New request, PeerAddress from) {
                var name = request.username();
                var guard = name == null ? null : guards.get(name);
                return guard == null
                        ? new Stranger(Set.of(AuthMethod.RSA), "nobody called " + name)
                        : new Guarded(guard, 3, encryption);
            }
        };
    }

    public static Guard rsa(String name, String... inkeys) {
        return new Guard(name, Set.of(AuthMethod.RSA), List.of(inkeys), List.of());
    }

    public static Guard md5(String name, String secret) {
        return new Guard(name, Set.of(AuthMethod.MD5), List.of(), List.of(new Secret(secret)));
    }

    public static Credentials key(String user, String key) {
        return Credentials.usual(user, Optional.of(key), Optional.empty());
    }

    public static Credentials secret(String user, String secret) {
        return Credentials.usual(user, Optional.empty(), Optional.of(new Secret(secret)));
    }
}

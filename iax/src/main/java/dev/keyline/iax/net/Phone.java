package dev.keyline.iax.net;

import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.Destination;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.cipher.Chance;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.endpoint.Config;
import dev.keyline.iax.endpoint.Endpoint;
import dev.keyline.iax.endpoint.Output;
import dev.keyline.iax.wire.PeerAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// A blocking face for applications: `try (var phone = Phone.open(ring)) { var call =
/// phone.dial(...); }`.
///
/// Any thread may use it; a virtual thread for each call is the intended way.
public final class Phone implements AutoCloseable {
    /// A phone has few calls, and Java's channels are ready some 0.3 s of a processor earlier.
    private static final PortSettings SETTINGS = PortSettings.USUAL.withBatched(false);

    private final Endpoint endpoint;
    private final Port port;
    private final Consumer<PhoneCall> arrivals;
    private final Map<CallId, PhoneCall> calls = new ConcurrentHashMap<>();
    private final Map<CallId, CompletableFuture<OptionalLong>> pokes = new ConcurrentHashMap<>();

    /// A phone that only calls out, on any free port.
    ///
    /// @param ring has the private keys that `[name]` may name
    /// @throws IOException when no port can be opened
    public static Phone open(KeyRing ring) throws IOException {
        return new Phone(Addresses.anywhere(), Door.CLOSED, ring, _ -> {}, Tap.NONE);
    }

    /// A phone that can be called.
    ///
    /// @param door who may call
    /// @param arrivals gets each call that was let in, in the loop's thread: hand it to a thread of
    ///   its own
    /// @throws IOException when the address is taken or not ours
    public static Phone open(
            InetSocketAddress bind, Door door, KeyRing ring, Consumer<PhoneCall> arrivals, Tap tap)
            throws IOException {
        return new Phone(bind, door, ring, arrivals, tap);
    }

    private Phone(
            InetSocketAddress bind, Door door, KeyRing ring, Consumer<PhoneCall> arrivals, Tap tap)
            throws IOException {
        this.arrivals = arrivals;
        this.endpoint = new Endpoint(Config.USUAL, door, ring, new Chance(new SecureRandom()));
        this.port = Port.open(List.of(bind), SETTINGS, endpoint, new Clock(), this::heard, tap);
    }

    public InetSocketAddress localAddress() {
        return port.localAddress();
    }

    /// Places a call. What becomes of it is told by the call itself; this returns at once.
    public PhoneCall dial(Destination callee) {
        var placed = new CompletableFuture<PhoneCall>();
        port.run(
                now -> {
                    var id = endpoint.dial(callee, now);
                    placed.complete(enter(id));
                });
        return await(placed);
    }

    /// Asks whether somebody is there (POKE, RFC 5456 §6.7.1).
    ///
    /// @param patience how long to wait for the PONG
    /// @return nanoseconds there and back; empty when no PONG came
    public CompletableFuture<OptionalLong> poke(PeerAddress peer, Duration patience) {
        var answer = new CompletableFuture<OptionalLong>();
        port.run(
                now ->
                        endpoint.poke(peer, patience.toNanos(), now)
                                .ifPresentOrElse(
                                        id -> pokes.put(id, answer),
                                        () -> answer.complete(OptionalLong.empty())));
        return answer;
    }

    private PhoneCall enter(CallId id) {
        return calls.computeIfAbsent(
                id, _ -> new PhoneCall(id, wish -> port.run(now -> endpoint.tell(id, wish, now))));
    }

    private void heard(Output output, long now) {
        if (output instanceof Output.Sounded(var id, var roundTrip)) {
            Optional.ofNullable(pokes.remove(id)).ifPresent(asked -> asked.complete(roundTrip));
        }
        if (output instanceof Output.News(var id, var event)) {
            var call = enter(id);
            call.happened(event);
            if (event instanceof CallEvent.Arrived) {
                arrivals.accept(call);
            } else if (event instanceof CallEvent.Ended || event instanceof CallEvent.TurnedAway) {
                calls.remove(id);
            }
        }
    }

    /// Hangs up all calls, waits up to two seconds for the last acknowledgement, and frees the
    /// port.
    @Override
    public void close() {
        port.run(now -> endpoint.hangUpAll(Cause.NORMAL, now));
        awaitSilence(System.nanoTime() + Duration.ofSeconds(2).toNanos());
        port.close();
    }

    private void awaitSilence(long until) {
        while (live() > 0 && System.nanoTime() < until) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private int live() {
        var answer = new CompletableFuture<Integer>();
        port.run(_ -> answer.complete(endpoint.liveCalls()));
        return await(answer);
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the port was busy", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the port does not serve any more", e);
        }
    }
}

package dev.keyline.iax.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Guard;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.message.CallTokenChallenge;
import dev.keyline.iax.message.CallerId;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.MediaOffer;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.New;
import dev.keyline.iax.sim.TestKeys;
import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.iax.wire.SeqNo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Twenty thousand of everything, and what is left of it: no more than the limits say, and after a
/// while nothing.
class ExhaustionTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int MANY = 20_000;
    private static final PeerAddress ONE = PeerAddress.ofIPv4("10.0.0.9", 4569);

    private final Endpoint endpoint =
            new Endpoint(
                    Config.USUAL,
                    new OldAndNew(),
                    TestKeys.ring(List.of(), List.of()),
                    new SplittableRandom(5));
    private final List<Output.Send> sent = new ArrayList<>();
    private int notices;

    /// `old` needs no token.
    private static final class OldAndNew implements Door {
        @Override
        public boolean needsToken(New request, PeerAddress from) {
            return !"old".equals(request.username());
        }

        @Override
        public Admission knock(New request, PeerAddress from) {
            if ("600".equals(request.caller().number())) {
                return new Open("old");
            }
            return new Guarded(
                    new Guard("east", Set.of(AuthMethod.RSA), List.of("east"), List.of()), 0);
        }
    }

    private static Body request(String user, @Nullable Bytes token) {
        var offer = MediaOffer.of(List.of(MediaFormat.ULAW));
        return new New(
                        2,
                        "600",
                        null,
                        user,
                        CallerId.NONE,
                        offer,
                        0,
                        "",
                        false,
                        List.of(),
                        null,
                        token)
                .body();
    }

    private static Body command(IaxCommand command) {
        return Body.of(FrameType.IAX, command.number(), Bytes.EMPTY);
    }

    private static PeerAddress someone(int number) {
        return PeerAddress.ofIPv4(
                "10." + number / 65536 + "." + number / 256 % 256 + "." + number % 256, 4569);
    }

    private static CallNumber number(int i) {
        return new CallNumber(1 + i % 32_000);
    }

    private int throwAt(PeerAddress from, CallNumber source, Body body, long now) {
        var frame = new FullFrame(source, CallNumber.NONE, false, 3, SeqNo.ZERO, SeqNo.ZERO, body);
        var datagram = frame.encode();
        endpoint.receive(from, datagram, datagram.length, now);
        int octets = 0;
        for (var out = endpoint.poll(); !(out instanceof Output.Quiet); out = endpoint.poll()) {
            if (out instanceof Output.Send send) {
                sent.add(send);
                octets += send.datagram().length;
            }
            notices += out instanceof Output.Notice ? 1 : 0;
        }
        return octets - datagram.length;
    }

    /// Fetches a token, and comes back with it.
    private void throwWithToken(PeerAddress from, CallNumber source, long now)
            throws MalformedFrame {
        int before = sent.size();
        throwAt(from, source, request("east", Bytes.EMPTY), now);
        for (var answer : List.copyOf(sent.subList(before, sent.size()))) {
            var frame = (FullFrame) Frame.parse(answer.datagram());
            if (Message.read(frame.body()) instanceof CallTokenChallenge(var token)) {
                throwAt(from, source, request("east", token), now);
            }
        }
    }

    /// Lets time pass until everybody has been given up and every number has rested.
    private void rest(long now) {
        for (long at = now; at < now + 200 * SECOND; at += SECOND) {
            endpoint.wake(at);
            for (var out = endpoint.poll(); !(out instanceof Output.Quiet); out = endpoint.poll()) {
                sent.clear();
            }
        }
        assertThat(endpoint.isIdle()).isTrue();
    }

    @Test
    void pokesLeaveNothingAndBringNoMoreThanTheyCost() {
        for (int i = 0; i < MANY; i++) {
            assertThat(throwAt(someone(i), number(i), command(IaxCommand.POKE), i)).isLessThan(1);
        }
        assertThat(endpoint.isIdle()).isTrue();
        assertThat(sent).hasSize(Limits.USUAL.strangersPerSecond());
        assertThat(notices).isLessThanOrEqualTo(Limits.USUAL.noticesPerSecond());
    }

    @Test
    void framesOfUnknownCallsLeaveNothing() {
        for (int i = 0; i < MANY; i++) {
            assertThat(throwAt(ONE, number(i), command(IaxCommand.PING), i)).isLessThan(1);
        }
        assertThat(endpoint.isIdle()).isTrue();
        assertThat(sent).hasSize(Limits.USUAL.strangersPerAddress());
        assertThat(endpoint.counters().of(Oddity.TOO_MANY_ANSWERS))
                .isEqualTo(MANY - Limits.USUAL.strangersPerAddress());
        assertThat(notices).isEqualTo(1);
    }

    @Test
    void requestsWithoutTokensLeaveNothing() {
        for (int i = 0; i < MANY; i++) {
            assertThat(throwAt(someone(i), number(i), request("east", null), i)).isLessThan(1);
        }
        for (int i = 0; i < MANY; i++) {
            assertThat(throwAt(ONE, number(i), request("east", Bytes.EMPTY), i)).isLessThan(1);
        }
        assertThat(endpoint.isIdle()).isTrue();
    }

    @Test
    void whoNeedsNoTokenIsTakenUpToAThousandTimes() {
        for (int i = 0; i < MANY; i++) {
            throwAt(someone(i), number(i), request("old", null), i);
        }
        assertThat(endpoint.liveCalls()).isEqualTo(1000);
        assertThat(endpoint.counters().of(Oddity.TOO_MANY_UNPROVEN)).isEqualTo(MANY - 1000);
        rest(MANY);
    }

    /// Nobody asks these for a proof, so that they wait for the dialplan instead.
    @Test
    void callsWithoutTokensHaveTheirLimit() {
        var offer = MediaOffer.of(List.of(MediaFormat.ULAW));
        var caller = CallerId.of("600", "");
        var open = new New(2, "1", null, "old", caller, offer, 0, "", false, List.of(), null, null);
        for (int i = 0; i < MANY; i++) {
            throwAt(someone(i), number(i), open.body(), i);
        }
        assertThat(endpoint.liveCalls()).isEqualTo(Limits.USUAL.unvalidatedCalls());
        assertThat(endpoint.counters().of(Oddity.TOO_MANY_CALLS))
                .isEqualTo(MANY - Limits.USUAL.unvalidatedCalls());
    }

    @Test
    void manyAddressesWithTokensKeepAThousandCallersWaiting() throws MalformedFrame {
        for (int i = 0; i < MANY; i++) {
            throwWithToken(someone(i), number(i), i * SECOND / 4000);
        }
        assertThat(endpoint.liveCalls()).isEqualTo(Limits.USUAL.unprovenCalls());
        rest(MANY * SECOND / 4000);
    }

    /// Those who have not answered in time are told so, and hold their number until they hear it.
    @Test
    void oneAddressWithTokensHasItsShare() throws MalformedFrame {
        for (int i = 0; i < MANY / 4; i++) {
            throwWithToken(ONE, number(i), i * SECOND / 100);
        }
        assertThat(endpoint.liveCalls()).isLessThanOrEqualTo(Limits.USUAL.callsPerAddress());
        rest(MANY / 4 * SECOND / 100);
    }

    @Test
    void envelopesAndMinisOfStrangersLeaveNothing() {
        for (int i = 0; i < MANY; i++) {
            for (var octets :
                    List.of("0000010100000000", "0000010000000001", "0005000000", "00008001")) {
                var datagram = Bytes.hex(octets).toArray();
                endpoint.receive(someone(i), datagram, datagram.length, i);
            }
        }
        assertThat(IntStream.range(0, 100).mapToObj(_ -> endpoint.poll()))
                .noneMatch(out -> out instanceof Output.Send);
        while (!(endpoint.poll() instanceof Output.Quiet)) {
            notices++;
        }
        assertThat(endpoint.isIdle()).isTrue();
        assertThat(notices).isLessThanOrEqualTo(Limits.USUAL.noticesPerSecond());
    }
}

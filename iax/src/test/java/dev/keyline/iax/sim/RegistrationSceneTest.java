package dev.keyline.iax.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.auth.Guard;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.endpoint.Config;
import dev.keyline.iax.endpoint.Endpoint;
import dev.keyline.iax.registration.Outcome;
import dev.keyline.iax.registration.Registrant.Status;
import dev.keyline.iax.registration.Registrar;
import dev.keyline.iax.registration.Registration;
import dev.keyline.iax.registration.RegistrationEvent;
import dev.keyline.iax.registration.Terms;
import dev.keyline.iax.wire.PeerAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Registrations between two endpoints: refreshed, refused, forgotten, in all weathers.
class RegistrationSceneTest {
    private static final long SECOND = 1_000_000_000L;
    private static final PeerAddress BRANCH = Actor.at(1);
    private static final PeerAddress HQ = Actor.at(2);

    private static final class Books implements Network.Listener {
        private final List<RegistrationEvent> events = new ArrayList<>();
        private final List<OptionalLong> soundings = new ArrayList<>();

        @Override
        public void news(CallId call, CallEvent event, long now) {}

        @Override
        public void registry(CallId registration, RegistrationEvent event, long now) {
            events.add(event);
        }

        @Override
        public void sounded(CallId poke, OptionalLong roundTrip, long now) {
            soundings.add(roundTrip);
        }

        <E extends RegistrationEvent> List<E> of(Class<E> kind) {
            return events.stream().filter(kind::isInstance).map(kind::cast).toList();
        }
    }

    private final Books heard = new Books();
    private final Books kept = new Books();

    private static Registrar registrar(Guard guard) {
        return new Registrar() {
            @Override
            public boolean needsToken(String name, PeerAddress from) {
                return true;
            }

            @Override
            public Admission knock(String name, PeerAddress from) {
                return name.equals(guard.name())
                        ? new Guarded(guard, Terms.of(60, 60))
                        : new Stranger(Set.copyOf(guard.methods()), "nobody");
            }
        };
    }

    private Endpoint hq(Network net) {
        return new Endpoint(
                Config.USUAL,
                Door.CLOSED,
                registrar(Actor.rsa("branch", "old", "branch")),
                TestKeys.ring(List.of(), List.of("old", "branch")),
                net.chance());
    }

    private Endpoint branch(Network net) {
        var ring = TestKeys.ring(List.of("branch", "wrong"), List.of());
        var branch = new Endpoint(Config.USUAL, Door.CLOSED, ring, net.chance());
        net.attach(BRANCH, branch, heard);
        return branch;
    }

    private static CallId register(Network net, Endpoint branch, Credentials credentials) {
        var ids = new ArrayList<CallId>();
        var wish = new Registration(HQ, credentials, 60);
        net.act(BRANCH, () -> ids.add(branch.register(wish, net.now())));
        return ids.getFirst();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void threePeriodsInAStormAndAFarewell(long seed) {
        var net = new Network(seed, Weather.STORM.withCorruption(0));
        net.attach(HQ, hq(net), kept);
        var branch = branch(net);
        var id = register(net, branch, Actor.key("branch", "branch"));
        net.run(210 * SECOND);
        assertThat(heard.of(RegistrationEvent.Settled.class))
                .as("seed %s", seed)
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch(e -> e.outcome() instanceof Outcome.Registered);
        assertThat(kept.of(RegistrationEvent.Enrolled.class))
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch(e -> e.proof().orElseThrow().keyName().equals("branch"))
                .allMatch(e -> e.from().equals(BRANCH) && e.seconds() == 60);
        assertThat(branch.registrant(id).orElseThrow().noted()).isTrue();
        net.act(BRANCH, () -> branch.release(id, net.now()));
        net.run(100 * SECOND);
        assertThat(kept.of(RegistrationEvent.Released.class)).hasSize(1);
        assertThat(branch.isIdle()).isTrue();
    }

    @Test
    void refreshComesAfterFiveSixths() {
        var net = new Network(1, Weather.STILL);
        net.attach(HQ, hq(net), kept);
        register(net, branch(net), Actor.key("branch", "branch"));
        net.run(49 * SECOND);
        assertThat(kept.of(RegistrationEvent.Enrolled.class)).hasSize(1);
        net.run(2 * SECOND);
        assertThat(kept.of(RegistrationEvent.Enrolled.class)).hasSize(2);
    }

    /// By him who said it, or by somebody else, at once and later.
    @Test
    void aRegistrationThatWasOverheardIsNone() {
        var net = new Network(1, Weather.STILL);
        net.attach(HQ, hq(net), kept);
        register(net, branch(net), Actor.key("branch", "branch"));
        net.run(5 * SECOND);
        var overheard = net.passages().stream().filter(p -> p.from().equals(BRANCH)).toList();
        for (int times = 0; times < 3; times++) {
            overheard.forEach(p -> net.inject(Actor.at(9), HQ, p.datagram()));
            overheard.forEach(p -> net.inject(BRANCH, HQ, p.datagram()));
            net.run(12 * SECOND);
        }
        assertThat(kept.of(RegistrationEvent.Enrolled.class)).hasSize(1);
    }

    @Test
    void aWrongKeyIsRefusedAndTriedEverMoreRarely() {
        var net = new Network(1, Weather.STILL);
        net.attach(HQ, hq(net), kept);
        var branch = branch(net);
        var id = register(net, branch, Actor.key("branch", "wrong"));
        net.run(35 * SECOND);
        assertThat(heard.of(RegistrationEvent.Settled.class))
                .hasSize(3)
                .allMatch(
                        e ->
                                e.outcome() instanceof Outcome.Refused(var cause, int code)
                                        && cause.equals("Registration Refused")
                                        && code == 29);
        assertThat(branch.registrant(id).orElseThrow().status()).isEqualTo(Status.REJECTED);
        net.run(600 * SECOND);
        assertThat(heard.of(RegistrationEvent.Settled.class)).hasSizeBetween(6, 8);
    }

    @Test
    void aKeyThatComesToBeIsUsedAtOnce() {
        var net = new Network(1, Weather.STILL);
        net.attach(HQ, hq(net), kept);
        var held = new ArrayList<String>();
        var branch =
                new Endpoint(
                        Config.USUAL, Door.CLOSED, TestKeys.ring(held, List.of()), net.chance());
        net.attach(BRANCH, branch, heard);
        var id = register(net, branch, Actor.key("branch", "branch"));
        net.run(15 * SECOND);
        assertThat(branch.registrant(id).orElseThrow().status())
                .isEqualTo(Status.NO_AUTHENTICATION);
        held.add("branch");
        net.act(BRANCH, () -> branch.keysChanged(net.now()));
        net.run(SECOND);
        assertThat(branch.registrant(id).orElseThrow().status()).isEqualTo(Status.REGISTERED);
    }

    @Test
    void namesCannotBeTold() {
        var net = new Network(1, Weather.STILL);
        net.attach(HQ, hq(net), kept);
        var branch = branch(net);
        register(net, branch, Actor.key("branch", "wrong"));
        register(net, branch, Actor.key("nobody", "wrong"));
        net.run(5 * SECOND);
        assertThat(heard.of(RegistrationEvent.Settled.class)).hasSize(2);
        assertThat(heard.of(RegistrationEvent.Settled.class).getFirst())
                .isEqualTo(heard.of(RegistrationEvent.Settled.class).getLast());
        assertThat(heard.of(RegistrationEvent.Challenged.class))
                .hasSize(2)
                .allMatch(e -> e.equals(heard.events.getFirst()));
    }

    @Test
    void aRegistrarThatIsGoneIsFoundAgain() {
        var net = new Network(1, Weather.STILL.withLoss(1));
        net.attach(HQ, hq(net), kept);
        var branch = branch(net);
        var id = register(net, branch, Actor.key("branch", "branch"));
        net.run(60 * SECOND);
        assertThat(branch.registrant(id).orElseThrow().status())
                .isIn(Status.TIMEOUT, Status.REQUEST_SENT);
        net.weather(Weather.STILL);
        net.run(120 * SECOND);
        assertThat(branch.registrant(id).orElseThrow().status()).isEqualTo(Status.REGISTERED);
    }

    @Test
    void aRegistrarThatForgotAllIsToldAgain() {
        var net = new Network(1, Weather.STILL);
        net.attach(HQ, hq(net), kept);
        register(net, branch(net), Actor.key("branch", "branch"));
        net.run(10 * SECOND);
        net.restart(HQ, hq(net));
        net.run(60 * SECOND);
        assertThat(kept.of(RegistrationEvent.Enrolled.class)).hasSize(2);
    }

    /// Found by a random scene: the answer was acknowledged, and the verdict never came, because
    /// the registrar was started again while it let a wrong key wait.
    @Test
    void aRegistrarThatForgetsInTheMiddleIsAskedAgain() {
        var net = new Network(1, Weather.STILL);
        net.attach(HQ, hq(net), kept);
        var branch = branch(net);
        var id = register(net, branch, Actor.key("branch", "wrong"));
        net.run(SECOND / 2);
        net.restart(HQ, hq(net));
        net.run(41 * SECOND);
        assertThat(heard.of(RegistrationEvent.Settled.class))
                .containsExactly(new RegistrationEvent.Settled(new Outcome.NotAnswered()));
        assertThat(branch.registrant(id).orElseThrow().status()).isEqualTo(Status.TIMEOUT);
        net.run(20 * SECOND);
        assertThat(branch.registrant(id).orElseThrow().status()).isEqualTo(Status.REJECTED);
    }

    @Test
    void aPokeIsAnsweredWithTheRoundTrip() {
        var net = new Network(1, Weather.STILL.withDelay(30_000_000));
        net.attach(HQ, hq(net), kept);
        var branch = branch(net);
        net.act(BRANCH, () -> assertThat(branch.poke(HQ, 2 * SECOND, net.now())).isPresent());
        net.run(3 * SECOND);
        assertThat(heard.soundings)
                .singleElement()
                .satisfies(
                        trip -> assertThat(trip.orElseThrow()).isBetween(60_000_000L, 62_000_000L));
        net.run(100 * SECOND);
        assertThat(branch.isIdle()).isTrue();
    }

    @Test
    void aPokeThatIsNotAnsweredIsSaidSo() {
        var net = new Network(1, Weather.STILL);
        var branch = branch(net);
        net.act(BRANCH, () -> assertThat(branch.poke(HQ, 2 * SECOND, net.now())).isPresent());
        net.run(3 * SECOND);
        assertThat(heard.soundings).containsExactly(OptionalLong.empty());
        net.run(100 * SECOND);
        assertThat(branch.isIdle()).isTrue();
    }
}

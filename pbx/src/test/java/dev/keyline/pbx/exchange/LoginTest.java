package dev.keyline.pbx.exchange;

import static dev.keyline.pbx.exchange.Scene.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.auth.KeyTried;
import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.endpoint.Oddity;
import dev.keyline.iax.sim.Weather;
import dev.keyline.pbx.ledger.LoginEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What is said about logins, and who is not heard any more.
class LoginTest {
    private static final String IAX =
            """
            [general]
            loginfailures=3
            securitylog=yes
            [east]
            type=friend
            host=dynamic
            auth=rsa
            inkeys=gone:other
            context=in
            [desk]
            type=friend
            host=dynamic
            secret=opensesame
            context=in
            """;
    private static final String PLAN = "[in]\nexten => 600,1,Answer()\n same => n,Echo()\n";

    /// What fail2ban's filter for Asterisk looks for, said anew: the address stands where it bans.
    private static final List<Pattern> FILTERS =
            List.of(
                    Pattern.compile(
                            "^(?:Host )?(?<host>[\\d.:a-f]+) (?:failed (?:to authenticate\\b|MD5"
                                    + " authentication\\b))"),
                    Pattern.compile(
                            "^No registration for peer '[^']*' \\(from (?<host>[\\d.:a-f]+)\\)$"),
                    Pattern.compile(
                            "^SecurityEvent=\"(?:FailedACL|InvalidAccountID|ChallengeResponseFailed"
                                    + "|InvalidPassword)\"(?:,(?!RemoteAddress=)\\w+=\"[^\"]*\")*"
                                    + ",RemoteAddress=\"IPV[46]/[^/\"]+/(?<host>[^/]+)/\\d+\""
                                    + "(?:,(?!RemoteAddress=)\\w+=\"[^\"]*\")*$"));

    private static final String FORGER = "x\",RemoteAddress=\"IPV4/UDP/10.9.9.9/1";

    private final Scene scene = new Scene();
    private final Scene.Office hq =
            scene.office(IAX, PLAN, TestKeys.ring(List.of(), List.of("other")));

    private Phone phone() {
        return scene.phone(TestKeys.ring(List.of("east", "other"), List.of()));
    }

    private static Credentials key(String username, String key) {
        return Credentials.usual(username, Optional.of(key), Optional.empty());
    }

    private static Credentials secret(String username, String secret) {
        return Credentials.usual(username, Optional.empty(), Optional.of(new Secret(secret)));
    }

    /// Whatever is asked for, something wrong comes.
    private static Credentials anything(String username) {
        return new Credentials(
                username,
                Optional.of("east"),
                Optional.of(new Secret("x")),
                Set.of(AuthMethod.RSA, AuthMethod.MD5));
    }

    private Phone calls(Phone who, Credentials how) {
        who.dials(hq, "600", how);
        scene.pass(5 * SECOND);
        return who;
    }

    private LoginEvent.Refused refused() {
        return hq.told(LoginEvent.Refused.class).getLast();
    }

    /// The addresses a filter would ban for what was logged since then.
    private List<String> banned(int since) {
        return banned(hq, since);
    }

    private static List<String> banned(Scene.Office office, int since) {
        return office.log.subList(since, office.log.size()).stream()
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .filter(line -> !line.startsWith("SecurityEvent"))
                .flatMap(
                        line ->
                                FILTERS.stream()
                                        .map(f -> f.matcher(line))
                                        .filter(m -> m.find())
                                        .map(m -> m.group("host")))
                .toList();
    }

    @Test
    void aRefusalNamesWhatWasAskedWhatCameAndEachKeyThatWasTried() {
        var alice = calls(phone(), key("east", "east"));
        var event = refused();
        assertThat(event.attempt().kind()).isEqualTo(LoginEvent.Kind.CALL);
        assertThat(event.attempt().peer()).isEqualTo(alice.address());
        assertThat(event.attempt().account()).isEqualTo("east");
        assertThat(event.attempt().required()).containsExactly(AuthMethod.RSA);
        assertThat(event.attempt().used()).contains(AuthMethod.RSA);
        assertThat(event.attempt().target()).isEqualTo("600");
        assertThat(event.reason()).isEqualTo("no-key-matched");
        assertThat(event.tried()).extracting(KeyTried::name).containsExactly("gone", "other");
        assertThat(event.tried())
                .extracting(KeyTried::fault)
                .containsExactly("no-file", KeyTried.NO_MATCH);
        assertThat(event.tried().getLast().fingerprint()).isEqualTo("SHA256:other");
        assertThat(event.hint()).contains("compare the fingerprints");
        assertThat(hq.exchange().peers().loginCounts().refused())
                .containsEntry("no-key-matched", 1L);
    }

    @Test
    void aLoginThatHoldsIsOneEventAsWell() {
        calls(phone(), key("east", "other"));
        assertThat(hq.told(LoginEvent.Accepted.class))
                .singleElement()
                .satisfies(
                        l -> {
                            assertThat(l.key()).isEqualTo("other");
                            assertThat(l.fingerprint()).isEqualTo("SHA256:other");
                        });
        assertThat(hq.exchange().peers().loginCounts().accepted()).isEqualTo(1);
        assertThat(hq.said("SECURITY SecurityEvent=\"SuccessfulAuth\"")).hasSize(1);
    }

    @Test
    void aCallerWithNothingToShowHangsUpAndIsNoGuesser() {
        var alice = calls(phone(), Credentials.none("east"));
        assertThat(refused().reason()).isEqualTo("gave-up");
        assertThat(hq.said("Why " + alice.address() + " was turned away")).hasSize(1);
        assertThat(banned(0)).isEmpty();
    }

    @Test
    void aCallerWhoFallsSilentIsSaidToBe() {
        var alice = phone();
        alice.dials(hq, "600", key("east", "other"));
        scene.pass(160_000); // the challenge is on its way
        scene.net().weather(Weather.STILL.withLoss(1));
        scene.pass(60 * SECOND);
        assertThat(refused().reason()).isEqualTo("no-reply");
        assertThat(banned(0)).isEmpty();
    }

    @Test
    void whoGuessesIsNotAnsweredForAMinute() {
        var guesser = phone();
        for (int i = 0; i < 4; i++) {
            calls(guesser, secret("desk", "guess" + i));
        }
        assertThat(hq.said("it is not answered for 60 s")).hasSize(1);
        long before = hq.exchange().port().counters().of(Oddity.SILENCED);
        calls(guesser, secret("desk", "opensesame"));
        assertThat(guesser.isAnswered()).isFalse();
        assertThat(hq.exchange().port().counters().of(Oddity.SILENCED)).isGreaterThan(before);
        assertThat(hq.told(LoginEvent.Refused.class)).hasSize(4);
        assertThat(calls(phone(), secret("desk", "opensesame")).isAnswered()).isTrue();
        scene.pass(60 * SECOND);
        assertThat(calls(guesser, secret("desk", "opensesame")).isAnswered()).isTrue();
    }

    @Test
    void eachFailedCallIsOneLineThatFiltersKnow() {
        for (var how :
                List.of(
                        key("east", "east"),
                        secret("desk", "wrong"),
                        anything("nobody"),
                        anything("x' (from 10.9.9.9)"),
                        anything(FORGER))) {
            int since = hq.log.size();
            var alice = calls(phone(), how);
            assertThat(banned(since)).as("%s", how).containsExactly(alice.address().host());
        }
    }

    @Test
    void eachFailedRegistrationIsOneLineThatFiltersKnow() {
        for (var name : List.of("east:[east]", "desk:wrong")) {
            int since = hq.log.size();
            var branch = registers(name);
            // those before it try again
            assertThat(banned(since)).as(name).filteredOn(branch.address.host()::equals).hasSize(1);
        }
    }

    @Test
    void eachUnknownRegistrationIsOneLineThatFiltersKnow() {
        var office =
                scene.office(
                        "[desk]\ntype=peer\nhost=dynamic\nsecret=x\n[fixed]\ntype=peer\nhost=192.0.2.7\n",
                        PLAN);
        for (var name : List.of("nobody:x", "fixed:x")) {
            var branch =
                    scene.office(
                            "[general]\nregister => %s@%s\n".formatted(name, office.address.host()),
                            PLAN);
            scene.pass(5 * SECOND);
            assertThat(banned(office, 0))
                    .as(name)
                    .filteredOn(branch.address.host()::equals)
                    .hasSize(1);
        }
    }

    private Scene.Office registers(String line) {
        var branch =
                scene.office(
                        "[general]\nregister => %s@%s\n".formatted(line, hq.address.host()),
                        PLAN,
                        TestKeys.ring(List.of("east"), List.of()));
        scene.pass(5 * SECOND);
        return branch;
    }

    @Test
    void securityEventsBearTheRightAddressWhateverTheName() {
        var alice = calls(phone(), anything(FORGER));
        var line = hq.said("SECURITY SecurityEvent").getLast();
        var found = FILTERS.getLast().matcher(line.substring("SECURITY ".length()));
        assertThat(found.find()).isTrue();
        assertThat(found.group("host")).isEqualTo(alice.address().host());
    }

    @Test
    void ourOwnLoginsAreToldToo() {
        var branch = registers("desk:opensesame");
        assertThat(branch.told(LoginEvent.Accepted.class))
                .singleElement()
                .satisfies(
                        l -> {
                            assertThat(l.attempt().kind())
                                    .isEqualTo(LoginEvent.Kind.OWN_REGISTRATION);
                            assertThat(l.attempt().used()).contains(AuthMethod.MD5);
                            assertThat(l.attempt().peer()).isEqualTo(hq.address);
                        });
        var other = registers("east:[east]");
        assertThat(other.told(LoginEvent.Refused.class))
                .singleElement()
                .satisfies(
                        l -> {
                            assertThat(l.reason()).isEqualTo("they-refused");
                            assertThat(l.explanation()).contains("we signed with 'east'");
                        });
        var third = registers("east:opensesame");
        assertThat(third.told(LoginEvent.Refused.class))
                .singleElement()
                .satisfies(l -> assertThat(l.reason()).isEqualTo("cannot-answer"));
    }
}

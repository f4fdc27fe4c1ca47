package dev.keyline.pbx.exchange;

import static dev.keyline.pbx.exchange.Scene.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.message.CallerId;
import dev.keyline.iax.sim.Network;
import dev.keyline.iax.sim.Weather;
import dev.keyline.pbx.application.Office.NoWay;
import dev.keyline.pbx.channel.Position;
import dev.keyline.pbx.ledger.LineEvent;
import dev.keyline.pbx.ledger.LoginEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Branch registers with headquarters; headquarters finds it.
class RegistrationTest {
    private static final String HQ_LINES =
            """
            [general]
            regcontext=found
            [branch]
            type=friend
            host=dynamic
            auth=rsa
            inkeys=branch
            context=in
            qualify=yes
            [md5branch]
            type=friend
            host=dynamic
            secret=opensesame
            context=in
            [keyonly]
            type=peer
            host=dynamic
            inkeys=branch
            [fixed]
            type=peer
            host=192.0.2.9
            """;

    private static final String SECRETS =
            """
            [md5branch]
            type=friend
            host=dynamic
            secret=opensesame
            [fixed]
            type=peer
            host=192.0.2.9
            """;

    private static final String ECHO =
            """
            [in]
            exten => 100,1,Answer()
            same => n,Echo()
            [found]
            exten => branch,2,Goto(in,100,1)
            """;

    private final Scene scene = new Scene(7, Weather.OFFICE);
    private final Scene.Office hq =
            scene.office(HQ_LINES, ECHO, TestKeys.ring(List.of(), List.of("branch")));

    private Scene.Office branch(String user, String proof) {
        var lines =
                """
                [general]
                register => %s%s@%s:%d
                [hq]
                type=user
                context=in
                """
                        .formatted(user, proof, hq.address.host(), hq.address.port());
        return scene.office(lines, ECHO, TestKeys.ring(List.of("branch", "wrong"), List.of()));
    }

    private Object call(String target) {
        var results = new Object[1];
        hq.act(
                () ->
                        results[0] =
                                hq.exchange()
                                        .originate(
                                                target,
                                                new Position("in", "100", 1),
                                                CallerId.NONE,
                                                scene.net().now()));
        scene.pass(3 * SECOND);
        return results[0];
    }

    @Test
    void aKeyOpensTheRegisterAndTheWayBack() {
        var branch = branch("branch", ":[branch]");
        scene.pass(5 * SECOND);
        assertThat(hq.told(LineEvent.Enrolled.class))
                .singleElement()
                .satisfies(
                        e -> {
                            assertThat(e.from()).isEqualTo(branch.address);
                            assertThat(e.seconds()).isEqualTo(60);
                        });
        assertThat(hq.told(LoginEvent.Accepted.class))
                .singleElement()
                .satisfies(
                        l -> {
                            assertThat(l.attempt().used()).contains(AuthMethod.RSA);
                            assertThat(l.attempt().required()).containsExactly(AuthMethod.RSA);
                            assertThat(l.attempt().peer()).isEqualTo(branch.address);
                            assertThat(l.key()).isEqualTo("branch");
                        });
        assertThat(hq.said("Registered IAX2 'branch' (AUTHENTICATED) at " + branch.address))
                .hasSize(1);
        assertThat(branch.said("Registered IAX2 to '" + hq.address + "', who sees us as"))
                .hasSize(1);
        call("IAX2/branch/100");
        assertThat(branch.exchange().channels()).hasSize(1);
    }

    @Test
    void anotherAddressIsSaid() {
        var first = branch("branch", ":[branch]");
        scene.pass(5 * SECOND);
        assertThat(hq.said("has moved")).isEmpty();
        var second = branch("branch", ":[branch]");
        scene.pass(5 * SECOND);
        assertThat(
                        hq.said(
                                "NOTICE Peer 'branch' has moved from "
                                        + first.address
                                        + " to "
                                        + second.address))
                .hasSize(1);
    }

    @Test
    void aSecretDoesAsWell() {
        branch("md5branch", ":opensesame");
        scene.pass(5 * SECOND);
        assertThat(hq.told(LoginEvent.Accepted.class))
                .singleElement()
                .satisfies(l -> assertThat(l.attempt().used()).contains(AuthMethod.MD5));
    }

    @Test
    void aWrongKeyIsExplainedOnBothSides() {
        var branch = branch("branch", ":[wrong]");
        scene.pass(5 * SECOND);
        assertThat(hq.said("failed RSA authentication with inkeys 'branch' for 'branch'"))
                .hasSize(1);
        assertThat(hq.told(LoginEvent.Refused.class)).hasSize(1);
        assertThat(hq.said("see [branch] at iax.conf:3")).hasSize(1);
        assertThat(
                        branch.said(
                                "Registration of 'branch' rejected: 'Registration Refused' from: '"
                                        + hq.address))
                .hasSize(1);
        assertThat(branch.said("iax.conf:2; it is tried again after 10 s")).hasSize(1);
        assertThat(call("IAX2/branch/100"))
                .isInstanceOfSatisfying(
                        NoWay.class, no -> assertThat(no.why()).contains("is not registered"));
    }

    /// Asterisk's peers are registered by MD5 alone unless auth=rsa is written, and it takes an
    /// empty secret for one.
    @Test
    void aPeerWithKeysAloneTakesNoEmptySecret() {
        var branch = branch("keyonly", ":");
        scene.pass(5 * SECOND);
        assertThat(hq.told(LineEvent.Enrolled.class)).isEmpty();
        assertThat(branch.told(LineEvent.Registered.class)).isEmpty();
    }

    @Test
    void aPeerWithKeysAloneIsAskedForOne() {
        branch("keyonly", ":[branch]");
        scene.pass(5 * SECOND);
        assertThat(hq.told(LoginEvent.Accepted.class))
                .singleElement()
                .satisfies(l -> assertThat(l.attempt().used()).contains(AuthMethod.RSA));
    }

    @Test
    void whoIsUnknownOrFixedIsRefusedAlike() {
        hq.act(() -> hq.exchange().reload(hq.configuration(SECRETS, ECHO), scene.net().now()));
        var nobody = branch("ghost", ":x");
        var fixed = branch("fixed", ":x");
        scene.pass(5 * SECOND);
        assertThat(hq.said("No registration for peer 'ghost' (from " + nobody.address.host() + ")"))
                .hasSize(1);
        assertThat(hq.said("Peer 'fixed' is not dynamic (from " + fixed.address.host() + ")"))
                .hasSize(1);
        assertThat(sizes(nobody)).isEqualTo(sizes(fixed));
    }

    private List<Integer> sizes(Scene.Office to) {
        return scene.net().passages().stream()
                .filter(p -> p.to().equals(to.address))
                .map(Network.Passage::datagram)
                .map(d -> d.length())
                .toList();
    }

    @Test
    void registrationIsForgottenWhenItEnds() {
        var branch = branch("branch", ":[branch]");
        scene.pass(5 * SECOND);
        scene.net().weather(Weather.STILL.withLoss(1));
        scene.pass(80 * SECOND);
        assertThat(hq.said("Unregistered IAX2 'branch' (Expired)")).hasSize(1);
        scene.net().weather(Weather.STILL);
        scene.pass(120 * SECOND);
        assertThat(hq.said("Registered IAX2 'branch' (AUTHENTICATED) at " + branch.address))
                .hasSize(2);
    }

    @Test
    void stoppingReleases() {
        var branch = branch("branch", ":[branch]");
        scene.pass(5 * SECOND);
        branch.act(() -> branch.exchange().stop(scene.net().now()));
        scene.pass(5 * SECOND);
        assertThat(hq.told(LineEvent.Gone.class))
                .containsExactly(new LineEvent.Gone("branch", "Released"));
    }

    @Test
    void aReloadBeginsAndEndsRegistrations() {
        var branch = branch("branch", ":[branch]");
        scene.pass(5 * SECOND);
        branch.act(
                () ->
                        branch.exchange()
                                .reload(
                                        branch.configuration("[general]\n", "[in]\n"),
                                        scene.net().now()));
        scene.pass(5 * SECOND);
        assertThat(hq.told(LineEvent.Gone.class)).hasSize(1);
    }

    @Test
    void theRegisterOutlivesTheExchange() {
        var branch = branch("branch", ":[branch]");
        scene.pass(5 * SECOND);
        assertThat(hq.register.load())
                .singleElement()
                .satisfies(
                        e -> {
                            assertThat(e.peer()).isEqualTo("branch");
                            assertThat(e.address()).isEqualTo(branch.address);
                        });
        hq.restart();
        call("IAX2/branch/100");
        assertThat(branch.exchange().channels()).hasSize(1);
    }

    @Test
    void theRegistrationContextHasWhoIsRegistered() {
        branch("branch", ":[branch]");
        assertThat(hq.exchange().leadsTo("found", "branch", scene.net().now())).isFalse();
        scene.pass(5 * SECOND);
        assertThat(hq.exchange().leadsTo("found", "branch", scene.net().now())).isTrue();
    }

    @Test
    void aWatchedPeerIsSeenToFailAndToComeBack() {
        branch("branch", ":[branch]");
        scene.pass(5 * SECOND);
        assertThat(hq.exchange().peers().health("branch").state()).isEqualTo(Health.State.OK);
        assertThat(hq.exchange().peers().health("md5branch")).isEqualTo(Health.UNMONITORED);
        scene.net().weather(Weather.STILL.withDelay(3 * SECOND / 2));
        scene.pass(65 * SECOND);
        assertThat(hq.said("Peer 'branch' is now TOO LAGGED (3000 ms)!")).hasSize(1);
        assertThat(call("IAX2/branch/100"))
                .isInstanceOfSatisfying(
                        NoWay.class, no -> assertThat(no.why()).contains("does not answer POKE"));
        scene.net().weather(Weather.STILL.withLoss(1));
        scene.pass(40 * SECOND);
        assertThat(hq.said("Peer 'branch' is now UNREACHABLE!")).hasSize(1);
        scene.net().weather(Weather.STILL);
        scene.pass(60 * SECOND);
        assertThat(hq.said("Peer 'branch' is now REACHABLE! Time: 1")).hasSize(1);
    }
}

package dev.keyline.pbx.exchange;

import static dev.keyline.pbx.exchange.Scene.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.call.Ending;
import dev.keyline.iax.message.Indication;
import dev.keyline.iax.sim.Weather;
import dev.keyline.pbx.ledger.LoginEvent;
import dev.keyline.pbx.remote.CachedAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;

/// East has a switch to west, and a key for it.
class SwitchTest {
    private static final String WEST_LINES =
            """
            [east]
            type=user
            auth=rsa
            inkeys=east
            context=in
            """;

    private static final String WEST_PLAN =
            """
            [in]
            exten => 608,1,Answer()
             same => n,Echo()
            exten => 17,1,Busy()
            """;

    private static final String EAST_PLAN =
            """
            [public]
            exten => 100,1,Answer()
            exten => 100,2,Goto(608,1)
            exten => 101,1,Answer()
            exten => 101,2,Echo()
            switch => IAX2/east:[east]@%1$s/in
            include => more
            [more]
            exten => _6XX,1,NoOp(of an include)
            exten => _7XX,1,NoOp(of an include)
            """;

    private final Scene scene = new Scene();
    private final Phone alice = scene.phone();
    private final Scene.Office west = west(scene);
    private final Scene.Office east = east(scene, west);

    private static Scene.Office west(Scene scene) {
        return scene.office(WEST_LINES, WEST_PLAN, TestKeys.ring(List.of(), List.of("east")));
    }

    private static Scene.Office east(Scene scene, Scene.Office west) {
        return scene.office(
                "[guest]\ntype=user\ncontext=public\n",
                EAST_PLAN.formatted(west.address.host()),
                TestKeys.ring(List.of("east"), List.of()));
    }

    private List<CachedAnswer> cache() {
        return east.exchange().polls().answers(scene.net().now());
    }

    @Test
    void aNumberTheyKnowIsCalledThere() {
        alice.dials(east, "608");
        scene.pass(2 * SECOND);
        assertThat(alice.isAnswered()).isTrue();
        assertThat(west.told(LoginEvent.Accepted.class)).as("asked, and called").hasSize(2);
        assertThat(cache())
                .containsExactly(
                        new CachedAnswer(
                                west.address.host() + "/in",
                                "608",
                                598,
                                0,
                                List.of("EXISTS", "TRANSMITTED")));
        assertThat(east.noted()).as("their extension comes before an include").isEmpty();
    }

    @Test
    void anAnswerIsAskedForOnce() {
        alice.dials(east, "608");
        scene.pass(2 * SECOND);
        scene.phone().dials(east, "608");
        scene.pass(2 * SECOND);
        assertThat(east.exchange().polls().asked()).isEqualTo(1);
        scene.pass(600 * SECOND);
        scene.phone().dials(east, "608");
        scene.pass(2 * SECOND);
        assertThat(east.exchange().polls().asked()).as("it held for ten minutes").isEqualTo(2);
    }

    @Test
    void aNumberTheyDoNotKnowIsLookedForInTheIncludes() {
        alice.dials(east, "700");
        scene.pass(2 * SECOND);
        assertThat(east.noted()).containsExactly("of an include");
        assertThat(cache())
                .extracting(CachedAnswer::flags)
                .containsExactly(List.of("NONEXISTENT", "TRANSMITTED"));
    }

    @Test
    void aNumberNobodyKnowsIsRefused() {
        alice.dials(east, "999");
        scene.pass(2 * SECOND);
        assertThat(alice.ending()).contains(new Ending.TheyRefused(3, "No such context/extension"));
    }

    @Test
    void ourOwnExtensionsComeFirstAndNobodyIsAsked() {
        alice.dials(east, "101");
        scene.pass(2 * SECOND);
        assertThat(alice.isAnswered()).isTrue();
        assertThat(east.exchange().liveCalls()).isEqualTo(1);
        assertThat(cache()).isEmpty();
    }

    @Test
    void aCallThatIsUnderWayGoesThereAsWell() {
        alice.dials(east, "100");
        scene.pass(2 * SECOND);
        assertThat(west.exchange().channels()).hasSize(1);
        assertThat(alice.isAnswered()).isTrue();
    }

    @Test
    void whatDialLeftBehindDecidesHowItGoesOn() {
        alice.dials(east, "17");
        scene.pass(20 * SECOND);
        assertThat(alice.indications()).contains(Indication.BUSY);
        assertThat(alice.ending()).isPresent();
    }

    @Test
    void theCallOnWhichIsAskedEndsAfterHalfAMinute() {
        alice.dials(east, "999");
        scene.pass(25 * SECOND);
        assertThat(east.exchange().liveCalls()).isEqualTo(1);
        scene.pass(10 * SECOND);
        assertThat(east.exchange().liveCalls()).isZero();
        scene.pass(100 * SECOND);
        assertThat(west.exchange().isIdle()).isTrue();
        assertThat(east.exchange().isIdle()).isTrue();
    }

    @Test
    void whoIsNotThereIsNotWaitedForLong() {
        scene.net().cut(east.address, west.address);
        alice.dials(east, "700");
        scene.pass(4 * SECOND);
        assertThat(east.noted()).isEmpty();
        scene.pass(2 * SECOND);
        assertThat(east.noted()).containsExactly("of an include");
        assertThat(east.said("Timeout waiting for 700 of IAX2/east:[east]@")).hasSize(1);
        scene.phone().dials(east, "700");
        scene.pass(SECOND);
        assertThat(east.noted()).as("nor again within a minute").hasSize(2);
    }

    @Test
    void whoDoesNotLetUsInIsSaidAndNotWaitedFor() {
        var stranger =
                scene.office(
                        "[guest]\ntype=user\ncontext=public\n",
                        EAST_PLAN.formatted(west.address.host()).replace("[east]@", "[other]@"),
                        TestKeys.ring(List.of("other"), List.of()));
        alice.dials(stranger, "700");
        scene.pass(3 * SECOND);
        assertThat(stranger.noted()).containsExactly("of an include");
        assertThat(stranger.said("its dialplan cannot be asked")).hasSize(1);
        assertThat(stranger.told(LoginEvent.Refused.class)).hasSize(1);
    }

    @Test
    void aCallerWhoLeavesMeanwhileLeavesNothing() {
        scene.net().cut(east.address, west.address);
        alice.dials(east, "608");
        scene.pass(SECOND);
        alice.hangsUp();
        scene.pass(200 * SECOND);
        assertThat(east.exchange().channels()).isEmpty();
        assertThat(east.exchange().isIdle()).isTrue();
    }

    /// They restart: what was asked before is asked again on another call.
    @Test
    void aQuestionOnACallTheyHaveForgottenIsAskedAgain() {
        alice.dials(east, "999");
        scene.pass(2 * SECOND);
        west.restart();
        var bob = scene.phone();
        bob.dials(east, "608");
        scene.pass(4 * SECOND);
        assertThat(bob.isAnswered()).isTrue();
    }

    @Test
    void twoExchangesThatSwitchToEachOtherDoNotAskForEver() {
        var one = scene.nextAddress();
        var guest = "[guest]\ntype=user\ncontext=public\n";
        var plan = "[public]\nswitch => IAX2/%s/public\n";
        var two = scene.office(guest, plan.formatted(one.host()));
        var first = scene.office(one, guest, plan.formatted(two.address.host()));
        alice.dials(first, "600");
        scene.pass(6 * SECOND);
        assertThat(alice.ending()).contains(new Ending.TheyRefused(3, "No such context/extension"));
        assertThat(first.exchange().polls().asked()).isEqualTo(1);
        assertThat(two.exchange().polls().asked()).isEqualTo(1);
    }

    @Test
    void anExchangeInTheMiddleAsksOn() {
        var middle = east;
        var far =
                scene.office(
                        "[guest]\ntype=user\ncontext=public\n",
                        "[public]\nswitch => IAX2/" + middle.address.host() + "/public\n");
        alice.dials(far, "608");
        scene.pass(3 * SECOND);
        assertThat(alice.isAnswered()).isTrue();
        assertThat(west.exchange().channels()).hasSize(1);
    }

    @Test
    void anEswitchTakesWordsOfTheCall() {
        var branch =
                scene.office(
                        "[guest]\ntype=user\ncontext=public\n",
                        """
                        [globals]
                        HQ=%s
                        [public]
                        eswitch => IAX2/east:[east]@${HQ}/in
                        """
                                .formatted(west.address.host()),
                        TestKeys.ring(List.of("east"), List.of()));
        alice.dials(branch, "608");
        scene.pass(2 * SECOND);
        assertThat(alice.isAnswered()).isTrue();
    }

    @Test
    void callsFindTheirWayInUnevenWeather() {
        var windy = new Scene(5, Weather.WIFI);
        var there = west(windy);
        var here = east(windy, there);
        var phones = List.of(windy.phone(), windy.phone(), windy.phone());
        phones.forEach(phone -> phone.dials(here, "608"));
        windy.pass(20 * SECOND);
        assertThat(phones).allMatch(Phone::isAnswered);
        phones.forEach(Phone::hangsUp);
        windy.pass(200 * SECOND);
        assertThat(here.exchange().isIdle()).isTrue();
        assertThat(there.exchange().isIdle()).isTrue();
    }

    @Test
    void inAStormEveryCallComesToAnEnd() {
        for (int seed = 0; seed < 5; seed++) {
            var stormy = new Scene(seed, Weather.STORM);
            var here = east(stormy, west(stormy));
            var phone = stormy.phone();
            phone.dials(here, "999");
            stormy.pass(60 * SECOND);
            assertThat(phone.ending()).as("seed " + seed).isPresent();
            stormy.pass(200 * SECOND);
            assertThat(here.exchange().isIdle()).as("seed " + seed).isTrue();
        }
    }
}

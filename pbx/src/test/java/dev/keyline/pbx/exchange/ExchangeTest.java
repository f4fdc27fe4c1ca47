package dev.keyline.pbx.exchange;

import static dev.keyline.pbx.exchange.Scene.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Ending;
import dev.keyline.iax.message.CallerId;
import dev.keyline.iax.message.Indication;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.sim.Weather;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.application.Office;
import dev.keyline.pbx.channel.Position;
import dev.keyline.pbx.ledger.LineEvent;
import dev.keyline.pbx.ledger.LoginEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The exchange as a whole: reload, stop, originate, limits, weather.
class ExchangeTest {
    private static final String IAX =
            """
            [general]
            disallow=all
            allow=ulaw
            [guest]
            type=user
            context=public
            """;

    private static final String ECHO =
            """
            [public]
            exten => 600,1,Answer()
             same => n,Echo()
            """;

    private final Scene scene = new Scene();
    private final Phone phone = scene.phone();

    @Test
    void aReloadCountsForTheNextCall() {
        var office = scene.office(IAX, ECHO);
        phone.dials(office, "600");
        scene.pass(SECOND);
        var fresh = office.configuration(IAX, ECHO.replace("600", "700"));
        assertThat(office.exchange().reload(fresh, scene.net().now())).isTrue();

        var other = scene.phone();
        other.dials(office, "600");
        scene.pass(SECOND);
        assertThat(other.ending()).contains(new Ending.TheyRefused(3, "No such context/extension"));
        assertThat(phone.ending()).isEmpty();
        assertThat(office.exchange().counts().refused()).isEqualTo(1);
    }

    /// In Asterisk some options outlive the line that set them.
    @Test
    void whatAReloadNoLongerFindsIsGone() {
        var guarded = "[a]\ntype=user\ncontext=in\nauth=rsa\ninkeys=k\n";
        var office = scene.office(guarded, ECHO);
        var secret = "[a]\ntype=user\ncontext=in\nsecret=opensesame\n";
        office.exchange().reload(office.configuration(secret, ECHO), scene.net().now());
        var user = office.exchange().configuration().lines().user("a").orElseThrow();
        assertThat(user.access().methods()).containsExactly(AuthMethod.MD5);
        office.exchange().reload(office.configuration("[general]\n", ECHO), scene.net().now());
        assertThat(office.exchange().configuration().lines().user("a")).isEmpty();
    }

    @Test
    void garbageIsOneLineAndStopsNothing() {
        var office = scene.office(IAX, ECHO);
        phone.dials(office, "600");
        scene.pass(SECOND);
        var stranger = PeerAddress.ofIPv4("192.0.2.66", 4569);
        scene.net().inject(stranger, office.address, Bytes.hex("ff6172626167"));
        scene.pass(2 * SECOND);
        var truncated = Bytes.hex("800500000000000300000601" + "0109616263");
        scene.net().inject(stranger, office.address, truncated);
        scene.pass(SECOND);

        assertThat(office.said("Left out what 192.0.2.66:4569 sent"))
                .hasSize(2)
                .allMatch(line -> line.contains("not an IAX2 frame"))
                .last()
                .asString()
                .contains("element 1 announces 9 octets, 3 are left");
        assertThat(phone.ending()).isEmpty();
    }

    @Test
    void anUnusableConfigurationIsNotTaken() {
        var office = scene.office(IAX, ECHO);
        assertThat(
                        office.exchange()
                                .reload(office.configuration("[guest\n", ECHO), scene.net().now()))
                .isFalse();
        assertThat(office.said("the old one stays in force")).hasSize(1);
        phone.dials(office, "600");
        scene.pass(SECOND);
        assertThat(phone.isAnswered()).isTrue();
    }

    @Test
    void whoIsClosedTakesNoMoreCallsAndKeepsThoseThatAreUp() {
        var office = scene.office(IAX, ECHO);
        phone.dials(office, "600");
        scene.pass(SECOND);
        office.act(office.exchange()::close);
        var other = scene.phone();
        other.dials(office, "600");
        scene.pass(SECOND);
        assertThat(other.ending()).contains(new Ending.TheyRefused(34, "No more calls are taken"));
        assertThat(phone.ending()).isEmpty();
        office.act(() -> office.exchange().stop(scene.net().now()));
        scene.pass(SECOND);
        assertThat(phone.ending()).contains(new Ending.TheyHungUp(16, ""));
        scene.pass(100 * SECOND);
        assertThat(office.exchange().isIdle()).isTrue();
    }

    private void originate(Scene.Office office) {
        office.act(
                () -> {
                    var placing =
                            office.exchange()
                                    .originate(
                                            "IAX2/" + phone.address().host() + "/1",
                                            new Position("public", "600", 1),
                                            CallerId.of("99", "Exchange"),
                                            scene.net().now());
                    assertThat(placing).isInstanceOf(Office.Calling.class);
                });
    }

    @Test
    void anOriginatedCallThatMeetsBusyIsHungUp() {
        var refusals = Map.of(Indication.BUSY, 17, Indication.CONGESTION, 34);
        refusals.forEach(
                (word, cause) -> {
                    var office = scene.office(IAX, ECHO);
                    originate(office);
                    scene.pass(SECOND);
                    phone.tell(new Command.Indicate(word));
                    scene.pass(SECOND);
                    assertThat(office.exchange().channels()).isEmpty();
                    assertThat(phone.heard(CallEvent.Ended.class))
                            .last()
                            .isEqualTo(new CallEvent.Ended(new Ending.TheyHungUp(cause, "")));
                });
    }

    @Test
    void anOriginatedCallGoesToTheDialplanWhenAnswered() {
        phone.answeringAfter(2 * SECOND);
        var office = scene.office(IAX, ECHO);
        originate(office);
        scene.pass(SECOND);
        assertThat(phone.heard(CallEvent.Arrived.class))
                .singleElement()
                .satisfies(
                        arrived -> assertThat(arrived.request().caller().number()).isEqualTo("99"));
        scene.pass(2 * SECOND);
        phone.presses("1");
        scene.pass(SECOND);
        assertThat(phone.heard(CallEvent.Pressed.class)).as("echo").hasSize(2);
    }

    @Test
    void aChannelIsHungUpByName() {
        var office = scene.office(IAX, ECHO);
        phone.dials(office, "600");
        scene.pass(SECOND);
        var name = office.exchange().channels().getFirst().name();
        office.act(
                () ->
                        assertThat(office.exchange().hangUp(name, Cause.NORMAL, scene.net().now()))
                                .isTrue());
        scene.pass(SECOND);
        assertThat(phone.ending()).contains(new Ending.TheyHungUp(16, ""));
        assertThat(office.exchange().hangUp(name, Cause.NORMAL, scene.net().now())).isFalse();
    }

    @Test
    void noCommonFormatIsRefused() {
        var office = scene.office(IAX, ECHO);
        phone.speaking(MediaFormat.GSM).dials(office, "600");
        scene.pass(SECOND);
        assertThat(phone.ending())
                .contains(new Ending.TheyRefused(58, "Unable to negotiate codec"));
        assertThat(office.told(LineEvent.Refused.class))
                .singleElement()
                .satisfies(refused -> assertThat(refused.cause()).isEqualTo(58));
    }

    @Test
    void withoutAGuestSectionANamelessCallerIsTurnedAway() {
        var office = scene.office("[a]\ntype=user\nsecret=x\ncontext=other\n", ECHO);
        phone.dials(office, "600", "public", Scene.nobody());
        scene.pass(3 * SECOND);
        assertThat(phone.ending()).contains(new Ending.TheyRefused(50, "No authority found"));
        assertThat(office.told(LoginEvent.Refused.class)).hasSize(1);
        assertThat(office.exchange().counts().turnedAway()).isEqualTo(1);
    }

    @Test
    void badLinesOfTheDialplanAreSaidWithTheirPlace() {
        var office =
                scene.office(
                        IAX.replace("context=public", "context=public\nsecert=x"),
                        ECHO + "exten => _[1-,1,Answer()\nswitch => Loopback/600@west\n");
        assertThat(office.said("extensions.conf:4: '_[1-' is no pattern")).hasSize(1);
        assertThat(office.said("extensions.conf:5: switch => Loopback/600@west leads nowhere"))
                .hasSize(1);
        assertThat(office.said("unknown option 'secert', did you mean 'secret'?")).hasSize(1);
    }

    @Test
    void aCallThroughAStormIsConnectedAndLeavesNothing() {
        var stormy = new Scene(7, Weather.STORM);
        var caller = stormy.phone();
        var callee = stormy.phone().answeringAfter(SECOND);
        var office =
                stormy.office(
                        IAX,
                        "[public]\nexten => 1,1,Dial(IAX2/" + callee.address().host() + "/1)\n");
        caller.dials(office, "1");
        stormy.pass(20 * SECOND);
        assertThat(caller.isAnswered()).isTrue();
        caller.hangsUp();
        stormy.pass(200 * SECOND);
        assertThat(callee.ending()).isPresent();
        assertThat(office.exchange().isIdle()).isTrue();
    }

    @Test
    void thousandCallsAtOnceAndNothingIsLeft() {
        var office = scene.office(IAX, ECHO);
        for (int i = 0; i < 1000; i++) {
            scene.phone().dials(office, "600");
        }
        scene.pass(2 * SECOND);
        assertThat(office.exchange().channels()).hasSize(1000).allMatch(c -> c.isUp());
        office.act(() -> office.exchange().stop(scene.net().now()));
        scene.pass(200 * SECOND);
        assertThat(office.exchange().isIdle()).isTrue();
    }
}

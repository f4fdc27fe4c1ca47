package dev.keyline.pbx.exchange;

import static dev.keyline.pbx.exchange.Scene.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.message.CallerId;
import dev.keyline.iax.message.New;
import dev.keyline.iax.message.Variable;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is known of a caller: as it comes in, as the dialplan changes it, as it goes out.
class CallerIdTest {
    private static final String IAX =
            """
            [general]
            disallow=all
            allow=ulaw
            [guest]
            type=user
            context=public
            [billed]
            type=peer
            host=BOB
            sendani=yes
            """;

    private static final CallerId ALICE =
            new CallerId("(030) 10-01", "Alice", "77", 0x21, 0x10, 5, 23, "", "99");

    private final Scene scene = new Scene();
    private final Phone alice = scene.phone().as(ALICE);
    private final Phone bob = scene.phone();

    private Scene.Office call(String dialplan) {
        var host = bob.address().host();
        var office =
                scene.office(
                        IAX.replace("BOB", host),
                        "[public]\n" + dialplan.replace("BOB", "IAX2/" + host + "/bob"));
        alice.dials(office, "1");
        scene.pass(SECOND);
        return office;
    }

    private New arrived() {
        return bob.heard(CallEvent.Arrived.class).getFirst().request();
    }

    @Test
    void whatArrivedIsReadAndGoesOn() {
        var office =
                call(
                        """
                        exten => 1,1,NoOp(${CALLERID(num)} ${CALLERID(pres)} ${CALLERID(ton)})
                         same => n,NoOp(${CALLERID(ani)} ${CALLERID(ani2)} ${CALLERID(dnid)})
                         same => n,NoOp(${CALLINGPRES} ${CALLINGTON} ${CALLINGTNS} ${CALLINGANI2})
                         same => n,Dial(BOB)
                        """);
        assertThat(office.noted())
                .containsExactly("0301001 prohib_passed_screen 16", "77 23 1", "33 16 5 23");
        assertThat(arrived().caller())
                .isEqualTo(new CallerId("0301001", "Alice", "", 0x21, 0x10, 5, 23, "1", "99"));
    }

    @Test
    void eachPartIsSetReadAndToldToWhomWeCall() {
        var office =
                call(
                        """
                        exten => 1,1,Set(CALLERID(all)="Ann" <42>)
                         same => n,Set(CALLERID(pres)=prohib)
                         same => n,Set(CALLERID(ton)=32)
                         same => n,Set(CALLERID(ani2)=61)
                         same => n,Set(CALLERID(dnid)=4000)
                         same => n,Set(CALLERID(rdnis)=4001)
                         same => n,NoOp(${CALLERID(pres)} ${CALLERID(dnid)} ${CALLERID(rdnis)})
                         same => n,Dial(BOB)
                        """);
        assertThat(office.noted()).containsExactly("prohib 4000 4001");
        assertThat(arrived().caller())
                .isEqualTo(new CallerId("42", "Ann", "", 0x23, 0x20, 5, 61, "4000", "4001"));
    }

    @Test
    void theNumberToBeBilledIsToldToThoseWhoShallHaveIt() {
        call("exten => 1,1,Set(CALLERID(ani)=88)\n same => n,Dial(IAX2/billed/bob)\n");
        assertThat(arrived().caller().ani()).isEqualTo("88");
    }

    @Test
    void whatIsNoPresentationIsSaidAndLeftOut() {
        var office =
                call("exten => 1,1,Set(CALLERID(pres)=secret)\n same => n,NoOp(${CALLINGPRES})\n");
        assertThat(office.noted()).containsExactly("33");
        assertThat(office.said("CALLERID(pres) cannot be set")).hasSize(1);
    }

    @Test
    void variablesGoOnUntilTheyDoNotFit() {
        alice.carrying(new Variable("ticket", "4711\r\n"));
        var office =
                call(
                        """
                        exten => 1,1,Set(IAXVAR(colour)=blue)
                         same => n,Set(LONG=0123456789012345678901234567890123456789)
                         same => n,Set(LONG=${LONG}${LONG}${LONG}${LONG}${LONG}${LONG}${LONG}${LONG})
                         same => n,Set(LONG=${LONG}${LONG}${LONG}${LONG}${LONG}${LONG}${LONG}${LONG})
                         same => n,Set(IAXVAR(long)=${LONG}${LONG})
                         same => n,Dial(BOB)
                        """);
        assertThat(arrived().variables())
                .isEqualTo(List.of(new Variable("ticket", "4711"), new Variable("colour", "blue")));
        assertThat(office.said("IAXVAR(long) is not set")).hasSize(1);
    }
}

package dev.keyline.pbx.exchange;

import static dev.keyline.pbx.exchange.Scene.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.call.Ending;
import dev.keyline.iax.message.CallerId;
import dev.keyline.iax.message.Variable;
import dev.keyline.pbx.ledger.ChannelEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How a call goes through the dialplan: a snippet each, and what became of it.
class WalkTest {
    private static final String IAX =
            """
            [general]
            disallow=all
            allow=ulaw
            [guest]
            type=user
            context=public
            setvar=COLOUR=blue
            """;

    private final Scene scene = new Scene();
    private final Phone phone =
            scene.phone().as(CallerId.of("1001", "Alice")).carrying(new Variable("ticket", "4711"));

    private Scene.Office call(String exten, String dialplan) {
        var office = scene.office(IAX, "[public]\n" + dialplan);
        phone.dials(office, exten);
        scene.pass(SECOND);
        return office;
    }

    private List<String> noted(String dialplan) {
        return call("1", dialplan).noted();
    }

    private void assertHungUp(int cause) {
        assertThat(phone.ending()).contains(new Ending.TheyHungUp(cause, ""));
    }

    @Test
    void whatACallKnowsAboutItself() {
        assertThat(
                        noted(
                                """
                                exten => 1,1,NoOp(${EXTEN} ${CONTEXT} ${PRIORITY} ${COLOUR} ${EPOCH})
                                 same => n,NoOp(${CALLERID(all)} ${IAXVAR(ticket)} ${NONE}.)
                                 same => n,NoOp(${CHANNEL} ${CHANNEL(peerip)} ${CHANNEL(state)})
                                """))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("1 public 1 blue 1795435200"),
                        second -> assertThat(second).isEqualTo("\"Alice\" <1001> 4711 ."),
                        third ->
                                assertThat(third)
                                        .matches("IAX2/guest-\\d+ 10\\.0\\.0\\.\\d+ Ring"));
    }

    @Test
    void variablesAreSetAndRead() {
        assertThat(
                        noted(
                                """
                                exten => 1,1,Set(A=1,B=2)
                                 same => n,MSet(X=one,Y=two)
                                 same => n,Set(CALLERID(num)=42)
                                 same => n,Set(GLOBAL(G)=all)
                                 same => n,NoOp(${A}/${X}${Y}/${CALLERID(num)}/${G}/${LEN(abc)})
                                """))
                .containsExactly("1,B=2/onetwo/42/all/3");
    }

    @Test
    void jumps() {
        assertThat(
                        noted(
                                """
                                exten => 1,1,GotoIf($[${CALLERID(num)} = 1001]?alice:other)
                                 same => n(other),NoOp(other)
                                 same => n,Hangup()
                                 same => n(alice),NoOp(alice)
                                 same => n,Goto(else,2,1)
                                [else]
                                exten => 2,1,NoOp(${CONTEXT} ${EXTEN})
                                """))
                .containsExactly("alice", "else 2");
    }

    @Test
    void timesAreReadOffAPersonsClock() {
        assertThat(
                        noted(
                                """
                                exten => 1,1,GotoIfTime(09:00-17:00,mon-fri,*,*?open,1)
                                 same => n,NoOp(closed)
                                exten => open,1,NoOp(open)
                                """))
                .containsExactly("open");
    }

    @Test
    void subroutinesReturn() {
        assertThat(
                        noted(
                                """
                                exten => 1,1,Gosub(sub,s,1(a,b))
                                 same => n,NoOp(back ${GOSUB_RETVAL} ${ARG1}.)
                                [sub]
                                exten => s,1,NoOp(${ARG1}${ARG2}${ARGC})
                                 same => n,Return(done)
                                """))
                .containsExactly("ab2", "back done .");
    }

    @Test
    void aSubroutineThatNeverReturnsIsStopped() {
        var office = call("1", "exten => 1,1,Gosub(1,1)\n");
        scene.pass(SECOND);
        assertHungUp(16);
        assertThat(office.said("Gosub is 100 deep")).hasSize(1);
    }

    @Test
    void conditionsRunApplications() {
        assertThat(
                        noted(
                                """
                                exten => 1,1,ExecIf($[1 = 1]?Set(A=yes):Set(A=no))
                                 same => n,ExecIf(0?Set(B=yes):Set(B=no))
                                 same => n,NoOp(${A} ${B})
                                """))
                .containsExactly("yes no");
    }

    @Test
    void hangupTakesACause() {
        call("1", "exten => 1,1,Hangup(21)\n");
        assertHungUp(21);
    }

    @Test
    void hIsWalkedAfterTheCall() {
        var office =
                call(
                        "1",
                        """
                        exten => 1,1,Hangup(17)
                        exten => h,1,NoOp(first ${HANGUPCAUSE})
                         same => n,Wait(2)
                         same => n,NoOp(second)
                        """);
        assertThat(office.noted()).containsExactly("first 17");
        scene.pass(3 * SECOND);
        assertThat(office.noted()).containsExactly("first 17", "second");
        scene.pass(100 * SECOND);
        assertThat(office.exchange().isIdle()).isTrue();
    }

    @Test
    void afterTheLastPriorityTheCallEnds() {
        var office = call("1", "exten => 1,1,Answer()\n");
        assertHungUp(16);
        assertThat(office.said("Auto fallthrough")).hasSize(1);
    }

    @Test
    void anUnknownApplicationIsSaidAndEndsTheCall() {
        var office = call("1", "exten => 1,1,Answr()\n");
        assertHungUp(16);
        assertThat(office.said("there is no application 'Answr', did you mean 'Answer'?"))
                .as("said at load")
                .hasSize(1);
        assertThat(office.said("No application 'Answr'"))
                .singleElement()
                .asString()
                .startsWith(
                        "WARNING extensions.conf:2: No application 'Answr' for extension (public,"
                                + " 1, 1), did you mean 'Answer'?");
    }

    @Test
    void anUnknownFunctionIsSaidAndComesToNothing() {
        var office = call("1", "exten => 1,1,NoOp(<${VOODOO(x)}>)\n");
        assertThat(office.noted()).containsExactly("<>");
        assertThat(office.said("there is no function VOODOO()")).hasSize(1);
    }

    @Test
    void anInvalidExtensionGoesToI() {
        assertThat(
                        noted(
                                """
                                exten => 1,1,Goto(777,1)
                                exten => i,1,NoOp(invalid ${INVALID_EXTEN})
                                """))
                .containsExactly("invalid 777");
    }

    @Test
    void withoutIAnInvalidExtensionEndsTheCall() {
        var office = call("1", "exten => 1,1,Goto(777,1)\n");
        assertHungUp(3);
        assertThat(office.said("sent to invalid extension")).hasSize(1);
    }

    @Test
    void aMissingLabelEndsTheCall() {
        var office = call("1", "exten => 1,1,Goto(nowhere)\n");
        assertHungUp(16);
        assertThat(office.said("there is no place 'nowhere'")).hasSize(1);
    }

    @Test
    void anAbsoluteTimeoutEndsTheCallByT() {
        var office =
                call(
                        "1",
                        """
                        exten => 1,1,Set(TIMEOUT(absolute)=5)
                         same => n,Answer()
                         same => n,Echo()
                        exten => T,1,NoOp(too long)
                        """);
        assertThat(phone.ending()).isEmpty();
        scene.pass(5 * SECOND);
        assertThat(office.noted()).containsExactly("too long");
        assertHungUp(16);
    }

    @Test
    void aDialplanThatRunsInACircleDoesNotStopOthers() {
        var office =
                call(
                        "1",
                        """
                        exten => 1,1,Goto(1)
                        exten => 2,1,Answer()
                         same => n,Echo()
                        """);
        var other = scene.phone();
        other.dials(office, "2");
        scene.pass(SECOND);
        assertThat(other.isAnswered()).isTrue();
        assertThat(office.told(ChannelEvent.Stepped.class).size()).isLessThan(25_000);
        phone.hangsUp();
        other.hangsUp();
        scene.pass(100 * SECOND);
        assertThat(office.exchange().isIdle()).isTrue();
    }

    @Test
    void waitsAreKept() {
        call("1", "exten => 1,1,Wait(2.5)\n same => n,Answer()\n same => n,Echo()\n");
        scene.pass(SECOND);
        assertThat(phone.isAnswered()).isFalse();
        scene.pass(SECOND);
        assertThat(phone.isAnswered()).isTrue();
    }

    @Test
    void logLinesOfTheDialplan() {
        var office =
                call(
                        "1",
                        """
                        exten => 1,1,Log(ERROR,it broke)
                         same => n,Verbose(2,hello ${EXTEN})
                         same => n,Log(LOUD,x)
                        """);
        assertThat(office.log).contains("ERROR it broke", "VERBOSE hello 1");
        assertThat(office.said("Log needs a level")).hasSize(1);
    }

    @Test
    void secretsOfDialStringsAreNotWrittenDown() {
        var office =
                call(
                        "1",
                        "exten => 1,1,Dial(IAX2/me:opensesame@10.9.9.9/1&IAX2/me:[key]:x@10.9.9.9/1)\n");
        assertThat(office.noted()).isEmpty();
        assertThat(office.log).noneMatch(line -> line.contains("opensesame"));
        assertThat(office.events.toString())
                .doesNotContain("opensesame")
                .contains("IAX2/me:***@10.9.9.9/1&IAX2/me:[key]:***@10.9.9.9/1");
    }

    @Test
    void anHThatRunsInACircleEndsAfterAMinute() {
        var office =
                call(
                        "1",
                        """
                        exten => 1,1,Hangup()
                        exten => h,1,Dial(IAX2/10.9.9.9/1)
                         same => n,NoOp(${DIALSTATUS})
                         same => n,Milliwatt()
                         same => n(again),Wait(1)
                         same => n,Goto(again)
                        """);
        assertThat(office.noted()).containsExactly("NOANSWER");
        scene.pass(30 * SECOND);
        assertThat(office.exchange().isIdle()).isFalse();
        scene.pass(150 * SECOND);
        assertThat(office.exchange().isIdle()).isTrue();
    }

    @Test
    void globalsMayNameEachOther() {
        assertThat(
                        noted(
                                """
                                exten => 1,1,NoOp(${TRUNK}/${EXTEN})
                                [globals]
                                TRUNK=IAX2/${PEER}
                                PEER=${SIDE}ern
                                SIDE=west
                                """))
                .containsExactly("IAX2/western/1");
    }
}

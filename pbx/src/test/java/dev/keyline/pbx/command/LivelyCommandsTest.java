package dev.keyline.pbx.command;

import static dev.keyline.pbx.exchange.Scene.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.pbx.exchange.Scene;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Commands that look at calls, or change what they do.
class LivelyCommandsTest {
    private static final String IAX =
            """
            [west]
            type=peer
            host=10.0.0.3
            [desk]
            type=user
            context=in
            """;
    private static final String PLAN =
            """
            [globals]
            OFFICE=hq
            [in]
            exten => 100,1,Answer()
             same => n(wait),Echo()
            exten => 200,1,Dial(IAX2/west/7)
            exten => 200,n,Echo()
            exten => 300,1,Answer()
             same => n,Milliwatt()
            exten => 7,1,Answer()
             same => n,Echo()
            exten => 7,hint,IAX2/west
            exten => 8,hint,SIP/nobody
            """;

    private final Scene scene = new Scene();
    private final Scene.Office hq = scene.office(IAX, PLAN);
    private final Scene.Office west = scene.office("[any]\ntype=user\ncontext=in\n", PLAN);
    private final Console console = new Console(scene, hq, Path.of("no-keys"));

    private void originate(String place) {
        assertThat(console.said("channel originate IAX2/west/7 extension " + place)).isEmpty();
        scene.pass(2 * SECOND);
    }

    private String channel(int number) {
        var line = console.said("core show channels").get(number);
        return line.substring(0, line.indexOf(' '));
    }

    private String place(int number) {
        return console.said("core show channels concise").get(number).split("!", -1)[2];
    }

    @Test
    void netstatsHaveAsterisksColumns() {
        originate("100@in");
        scene.pass(30 * SECOND);
        var lines = console.said("iax2 show netstats");
        assertThat(lines)
                .startsWith(
                        "                                -------- LOCAL ---------------------  "
                                + "-------- REMOTE --------------------",
                        "Channel                    RTT  Jit  Del  Lost   %  Drop  OOO  Kpkts  Jit  "
                                + "Del  Lost   %  Drop  OOO  Kpkts FirstMsg    LastMsg")
                .endsWith("1 active IAX channel");
        assertThat(lines.get(2))
                .matches(
                        "IAX2/west-\\d+ +\\d+    0    0     0   0     0    0 +\\d+    0 +\\d+     0   0"
                                + "     0    0 +\\d+ Tx:NEW      \\S+ +");
    }

    @Test
    void aChannelGoesWhereItIsSent() {
        originate("100@in");
        assertThat(place(0)).isEqualTo("100");
        var name = channel(1);
        assertThat(console.said("channel redirect " + name + " in,300,1"))
                .containsExactly("Channel '" + name + "' successfully redirected to in,300,1");
        scene.pass(SECOND);
        assertThat(place(0)).isEqualTo("300");
        assertThat(console.said("channel redirect " + name + " 100,wait")).hasSize(1);
        assertThat(console.said("core show channels").get(1)).contains("100@in:2");
        assertThat(console.failed("channel redirect " + name + " nosuchlabel"))
                .startsWith("There is no place nosuchlabel");
        assertThat(console.failed("channel redirect IAX2/nobody-1 100,1"))
                .isEqualTo("Channel 'IAX2/nobody-1' not found");
    }

    @Test
    void aCallerWhoIsSentElsewhereLeavesTheCalledOne() {
        originate("200@in");
        assertThat(console.said("core show channels count")).startsWith("2 active channels");
        console.said("channel redirect " + channel(1) + " in,100,1");
        scene.pass(2 * SECOND);
        assertThat(console.said("core show channels count")).startsWith("1 active channel");
        assertThat(place(0)).isEqualTo("100");
    }

    @Test
    void aCalledOneWhoIsSentElsewhereWalksByItself() {
        originate("200@in");
        console.said("channel redirect " + channel(2) + " in,300,1");
        scene.pass(2 * SECOND);
        assertThat(console.said("core show channels count")).startsWith("1 active channel");
        assertThat(place(0)).isEqualTo("300");
        console.said("channel request hangup all");
        scene.pass(70 * SECOND);
        assertThat(console.said("core show channels count")).startsWith("0 active channels");
        assertThat(hq.exchange().liveCalls()).isZero();
    }

    @Test
    void globalsAreShownAndSet() {
        assertThat(console.said("dialplan show globals"))
                .containsExactly("   OFFICE=hq", "", "    -- 1 variable");
        assertThat(console.said("dialplan set global NIGHT \"yes it is\""))
                .last()
                .isEqualTo("    -- Global variable 'NIGHT' set to 'yes it is'");
        assertThat(console.said("dialplan show globals")).contains("   NIGHT=yes it is");
        assertThat(console.failed("dialplan set global NIGHT")).startsWith("Usage:");
    }

    @Test
    void hintsSayWhatDevicesDo() {
        assertThat(console.said("core show hints"))
                .containsExactly(
                        "7@in                          : IAX2/west                       "
                                + "State:Idle            Watchers  0",
                        "8@in                          : SIP/nobody                      "
                                + "State:Unavailable     Watchers  0",
                        "----------------",
                        "- 2 hints registered");
        originate("100@in");
        assertThat(console.said("core show hints").getFirst()).contains("State:InUse");
    }

    @Test
    void whatADialplanMaySayIsListed() {
        assertThat(console.said("core show applications"))
                .contains("    Dial", "    Echo")
                .last()
                .asString()
                .endsWith("Applications Registered =-");
        assertThat(console.said("core show functions")).contains("    CALLERID", "    LEN");
    }

    @Test
    void theMtuOfTrunksIsChanged() {
        assertThat(console.said("iax2 set mtu 1000"))
                .containsExactly("Trunk MTU changed from 1240 to 1000");
        assertThat(console.said("iax2 set mtu default"))
                .containsExactly("Trunk MTU changed from 1000 to 1240");
        assertThat(console.said("iax2 set mtu 0"))
                .containsExactly("Trunk MTU control disabled (mtu was 1240)");
        assertThat(console.failed("iax2 set mtu 100"))
                .isEqualTo("Trunk MTU must be between 172 and 4096");
        assertThat(console.failed("iax2 set mtu")).startsWith("Usage: iax2 set mtu");
    }

    @Test
    void theJitterOfCallsIsToldOnceASecond() {
        originate("100@in");
        console.said("iax2 set debug jb on");
        scene.pass(3 * SECOND);
        assertThat(hq.log).filteredOn(l -> l.startsWith("NOTICE JB IAX2/west-")).hasSize(3);
        assertThat(console.said("iax2 set debug jb off"))
                .containsExactly("IAX2 Jitterbuffer Debugging Disabled");
        scene.pass(3 * SECOND);
        assertThat(hq.log).filteredOn(l -> l.startsWith("NOTICE JB")).hasSize(3);
    }

    @Test
    void allCanBeLost() {
        console.said("iax2 test losspct 100");
        var phone = scene.phone();
        phone.dials(hq, "100");
        scene.pass(40 * SECOND);
        assertThat(phone.isAnswered()).isFalse();
        assertThat(hq.exchange().port().counters().datagramsIn()).isZero();
        assertThat(console.failed("iax2 test losspct 101")).startsWith("Usage:");
    }

    @Test
    void threadsAndFirmwareHaveAsterisksShape() {
        assertThat(console.said("iax2 show threads"))
                .startsWith("IAX2 Thread Information", "Idle Threads:", "Active Threads:")
                .endsWith("1 of 1 threads accounted for with 0 dynamic threads");
        assertThat(console.said("iax2 show firmware"))
                .containsExactly("Device           Version         Size           ");
    }

    @Test
    void whatIsNotThereIsSaidInAsterisksWords() {
        assertThat(console.said("iax2 show provisioning"))
                .containsExactly("No provisioning templates found");
        assertThat(console.failed("iax2 provision west default"))
                .isEqualTo("Unable to provision: there is no template 'default'");
        assertThat(console.said("iax2 show cache"))
                .containsExactly("Peer/Context         Exten        Exp.      Wait.    Flags");
        assertThat(console.said("iax2 prune realtime all"))
                .containsExactly("Cache flushed successfully.");
        assertThat(console.said("iax2 prune realtime west"))
                .containsExactly("Peer west is not eligible for this operation.");
        assertThat(console.said("iax2 prune realtime nobody"))
                .containsExactly("nobody was not found in the cache.");
    }
}

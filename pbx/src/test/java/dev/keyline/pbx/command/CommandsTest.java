package dev.keyline.pbx.command;

import static dev.keyline.pbx.exchange.Scene.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.auth.Credentials;
import dev.keyline.pbx.exchange.Scene;
import dev.keyline.pbx.exchange.TestKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the console prints, column for column where Asterisk has columns.
class CommandsTest {
    private static final String SECRET = "opensesame";

    private static final String HQ =
            """
            [branch]
            type=friend
            host=dynamic
            auth=rsa
            inkeys=branch:spare
            context=in
            qualify=yes
            [desk]
            type=user
            secret=opensesame
            context=desk
            permit=10.0.0.0/8
            [away]
            type=peer
            host=192.0.2.9
            port=4570
            username=us
            secret=opensesame
            trunk=yes
            encryption=yes
            """;
    private static final String PLAN =
            """
            [in]
            exten => 100,1,Answer()
             same => n(wait),Echo()
            include => more
            [more]
            exten => _2XX,1,Hangup()
            """;

    @TempDir @Nullable Path folder;

    private final Scene scene = new Scene();
    private final Scene.Office hq =
            scene.office(HQ, PLAN, TestKeys.ring(List.of(), List.of("branch", "spare")));

    private Console console() {
        if (console == null) {
            console = new Console(scene, hq, Objects.requireNonNull(folder));
        }
        return console;
    }

    private @Nullable Console console;

    private List<String> said(String line) {
        return console().said(line);
    }

    private String failed(String line) {
        return console().failed(line);
    }

    private Scene.Office registered() {
        var branch =
                scene.office(
                        "[general]\nregister => branch:[branch]@%s:4569\n[hq]\ntype=user\ncontext=in\n"
                                .formatted(hq.address.host()),
                        PLAN,
                        TestKeys.ring(List.of("branch"), List.of()));
        scene.pass(3 * SECOND);
        return branch;
    }

    /// The rows of a real Asterisk, but for the mask of a dynamic peer, which is "(null)" there.
    @Test
    void peersHaveAsterisksColumns() {
        var branch = registered();
        assertThat(said("iax2 show peers"))
                .containsExactly(
                        "Name/Username    Host                                           Mask          "
                                + "                            Port           Status      Description"
                                + "                     ",
                        "away/us          192.0.2.9                                (S)  255.255.255.255"
                                + "                           4570  (T) (E)  Unmonitored"
                                + "                                 ",
                        "branch           "
                                + "%-40s".formatted(branch.address.host())
                                + " (D)  (Unspecified)  "
                                + "                           4569           OK (1 ms)  "
                                + "                                 ",
                        "2 iax2 peers [1 online, 0 offline, 1 unmonitored]");
        assertThat(said("iax2 show peers registered like ^b")).hasSize(3);
        assertThat(said("iax2 show peers like nothing")).hasSize(2);
        assertThat(failed("iax2 show peers like")).startsWith("Usage: iax2 show peers");
        assertThat(failed("iax2 show peers like (")).startsWith("Usage: iax2 show peers");
    }

    @Test
    void usersAreShownWithoutTheirSecrets() {
        assertThat(said("iax2 show users"))
                .containsExactly(
                        "Username         Secret                Authen           Def.Context      A/C  "
                                + "  Codec Pref",
                        "branch           Key: branch:spare     000000000000004  in               No   "
                                + "  Host ",
                        "desk             <Set>                 000000000000002  desk             Yes  "
                                + "  Host ");
        assertThat(said("iax2 show users") + "" + said("iax2 show peer away"))
                .doesNotContain(SECRET);
    }

    @Test
    void onePeerIsShownWhole() {
        assertThat(said("iax2 show peer away"))
                .contains(
                        "  * Name       : away",
                        "  Secret       : <Set>",
                        "  Addr->IP     : 192.0.2.9 Port 4570",
                        "  Username     : us",
                        "  Encryption   : (aes128)",
                        "  Expire       : -1");
        assertThat(said("iax2 show peer nobody")).containsExactly("Peer nobody not found.", "");
    }

    @Test
    void theRegistryIsShownByWhoRegisters() {
        var branch = registered();
        var lines = new ArrayList<String>();
        var there =
                new Object() {
                    String row() {
                        var answers = new ArrayList<Object>();
                        branch.act(() -> answers.addAll(branch.exchange().peers().registrations()));
                        return answers.toString();
                    }
                };
        lines.add(there.row());
        assertThat(lines.getFirst()).contains("REGISTERED").doesNotContain(SECRET);
        assertThat(said("iax2 show registry"))
                .containsExactly(
                        "Host                                           dnsmgr  Username    Perceived"
                                + "                                      Refresh  State",
                        "0 IAX2 registrations.");
    }

    @Test
    void theLastLoginOfEachAccountNamesItsKey() {
        assertThat(said("iax2 show logins")).hasSize(2);
        var branch = registered();
        assertThat(said("iax2 show logins"))
                .hasSize(3)
                .element(1)
                .asString()
                .matches(
                        "branch +2026-11-23T12:00:\\d\\dZ  registration  "
                                + branch.address
                                + " +rsa +branch +SHA256:branch");
        assertThat(said("iax2 show logins like nobody"))
                .hasSize(2)
                .last()
                .isEqualTo("1 let in, refused: none");
        scene.phone().dials(hq, "100", "public", Credentials.none("nobody"));
        scene.pass(3 * SECOND);
        assertThat(said("iax2 show logins")).last().isEqualTo("1 let in, refused: 1 gave-up");
    }

    @Test
    void aPeerCanBeUnregistered() {
        registered();
        assertThat(said("iax2 unregister branch")).containsExactly("Peer branch unregistered");
        assertThat(said("iax2 unregister branch")).containsExactly("Peer branch not registered");
        assertThat(said("iax2 unregister nosuch"))
                .containsExactly("Peer unknown: nosuch. Not unregistered");
    }

    @Test
    void callsAreShownAndEnded() {
        registered();
        assertThat(said("channel originate IAX2/branch/100 extension 100@in")).isEmpty();
        scene.pass(2 * SECOND);
        var channels = said("core show channels");
        assertThat(channels).hasSize(5);
        assertThat(channels.get(1))
                .startsWith("IAX2/branch-")
                .contains("100@in:2")
                .contains(" Up ");
        assertThat(channels.get(2)).isEqualTo("1 active channel");
        assertThat(said("core show channels concise").getFirst()).contains("!in!100!2!Up!");
        assertThat(said("iax2 show channels")).hasSize(3).last().isEqualTo("1 active IAX channel");
        assertThat(said("iax2 show channels").getFirst())
                .isEqualTo(
                        "Channel               Peer                                      Username    "
                                + "ID (Lo/Rem)  Seq (Tx/Rx)  Lag      Jitter  JitBuf  Format  FirstMsg"
                                + "    LastMsg");
        assertThat(said("iax2 show channels").get(1))
                .matches(
                        "IAX2/branch-\\d+ +10\\.\\S+ +branch +\\d{5}/\\d{5}  \\d{5}/\\d{5}  \\d{5}ms"
                                + "  -0001ms  0000ms  ulaw    Tx:NEW      Rx:ACCEPT ");
        var name = channels.get(1).substring(0, channels.get(1).indexOf(' '));
        assertThat(said("core show channel " + name)).contains("          State: Up");
        assertThat(said("channel request hangup " + name))
                .containsExactly("Requested Hangup on channel '" + name + "'");
        scene.pass(2 * SECOND);
        assertThat(said("core show channels count")).startsWith("0 active channels");
        assertThat(said("iax2 show callnumber usage")).hasSize(2);
    }

    @Test
    void aCallThatLeadsNowhereIsSaidSo() {
        assertThat(failed("channel originate IAX2/branch/100 extension 100@in"))
                .contains("is not registered");
    }

    @Test
    void theDialplanIsShown() {
        assertThat(said("dialplan show in"))
                .containsExactly(
                        "[ Context 'in' created by 'pbx_config' ]",
                        "  '100' =>          1. Answer()                                   [pbx_config]",
                        "                    2. [wait] Echo()                              [pbx_config]",
                        "  Include =>        'more'                                        [pbx_config]",
                        "");
        assertThat(failed("dialplan show nowhere"))
                .isEqualTo("There is no existence of 'nowhere' context");
    }

    @Test
    void oldSpellingsAreUnderstood() {
        assertThat(said("show keys")).isEqualTo(said("keys show")).hasSize(4);
        assertThat(said("init keys")).containsExactly("No key needs a passcode.");
        assertThat(said("iax2 debug")).containsExactly("IAX2 Debugging Enabled");
        assertThat(console().debug).isEqualTo(new Server.Debug.On());
        assertThat(said("iax2 no debug")).containsExactly("IAX2 Debugging Disabled");
        assertThat(console().debug).isEqualTo(new Server.Debug.Off());
        assertThat(said("iax2 set debug peer away"))
                .containsExactly("IAX2 Debugging Enabled for IP: 192.0.2.9");
        assertThat(failed("iax2 set debug peer nobody"))
                .isEqualTo("IAX2 peer 'nobody' does not exist");
        assertThat(said("iax2 trunk debug")).containsExactly("IAX2 Trunk Debugging Enabled");
        assertThat(console().trunks).isTrue();
        assertThat(said("iax2 set debug trunk off"))
                .containsExactly("IAX2 Trunk Debugging Disabled");
        assertThat(console().trunks).isFalse();
    }

    @Test
    void theProcessIsSpokenTo() {
        assertThat(said("core show version")).containsExactly("keyline 1");
        assertThat(said("core show uptime"))
                .containsExactly("System uptime: 3 hours, 1 minute, 1 second");
        assertThat(said("core show uptime seconds")).containsExactly("System uptime: 10861");
        assertThat(said("module reload res_crypto.so"))
                .contains("Module 'res_crypto' reloaded successfully.");
        assertThat(failed("module reload nosuch.so")).startsWith("No such module 'nosuch.so'");
        said("core restart when convenient");
        said("core restart now");
        assertThat(console().restarts)
                .containsExactly(Server.Ending.WHEN_CONVENIENT, Server.Ending.NOW);
        said("core stop gracefully");
        said("stop now");
        assertThat(console().endings).containsExactly(Server.Ending.GRACEFULLY, Server.Ending.NOW);
    }

    @Test
    void whatIsNoCommandIsSaidSo() {
        assertThat(failed("rm -rf")).startsWith("No such command 'rm -rf'");
        assertThat(failed("keys show everything")).startsWith("Usage: keys show");
        assertThat(said("")).isEmpty();
    }

    @Test
    void helpNamesEveryCommand() {
        assertThat(said("help")).hasSameSizeAs(Commands.all().list());
        assertThat(said("help keys init").getFirst()).isEqualTo("Usage: keys init");
    }

    /// The document is written from the table: `-Dkeyline.write=true` writes it again.
    @Test
    void theDocumentListsEveryCommand() throws Exception {
        var text = new StringBuilder();
        text.append(
                """
                # Commands of the console

                What `keyline -r` and `keyline run -c` understand. The words are Asterisk's, and so
                are the columns of what they print. This page is written from the table of
                commands, and a test compares the two.

                """);
        for (var command : Commands.all().list()) {
            text.append("- `").append(command.words());
            if (!command.arguments().isEmpty()) {
                text.append(' ').append(command.arguments());
            }
            text.append("`: ").append(command.summary()).append('\n');
        }
        text.append("- `help [words]`: what begins with these words\n");
        text.append("- `quit`, `exit`: leave the console; the exchange goes on\n");
        var file = Path.of("../docs/commands.md");
        if (Boolean.getBoolean("keyline.write")) {
            Files.writeString(file, text);
        }
        assertThat(file).hasContent(text.toString());
    }

    @Test
    void tabFindsTheNextWord() {
        assertThat(Commands.all().next("ke", console())).containsExactly("keys");
        assertThat(Commands.all().next("keys ", console())).containsExactly("init", "show");
        assertThat(Commands.all().next("iax2 show pe", console())).containsExactly("peer", "peers");
        assertThat(Commands.all().next("iax2 show peer A", console())).containsExactly("away");
        assertThat(Commands.all().next("dialplan show ", console()))
                .containsExactly("globals", "in", "more");
        assertThat(Commands.all().next("nothing ", console())).isEmpty();
    }

    @Test
    void quotationMarksHoldWordsTogether() {
        assertThat(Words.of("a \"b c\"  d\"\"")).containsExactly("a", "b c", "d");
        assertThat(Words.of(" \"\" ")).containsExactly("");
    }
}

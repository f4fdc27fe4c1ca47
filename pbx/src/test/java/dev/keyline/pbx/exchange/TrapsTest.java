package dev.keyline.pbx.exchange;

import static dev.keyline.pbx.exchange.Scene.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.auth.Secret;
import dev.keyline.pbx.conf.Problem;
import dev.keyline.pbx.ledger.LineEvent;
import dev.keyline.pbx.ledger.LoginEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an operator of Asterisk stumbles over when keys open the line, and does not here.
/// `traps.md` lists all of it.
class TrapsTest {
    private static final String PLAN = "[in]\nexten => 600,1,Answer()\n same => n,Echo()\n";

    private final Scene scene = new Scene();

    private Scene.Office hq(String iax) {
        return scene.office(iax, PLAN, TestKeys.ring(List.of(), List.of("east")));
    }

    /// A digest over an empty secret is what Asterisk takes for one; nobody can make a [Secret] of
    /// it here, so the answer is a digest over something else.
    private static Credentials everything(String username) {
        return new Credentials(
                username,
                Optional.empty(),
                Optional.of(new Secret(" ")),
                Set.of(AuthMethod.values()));
    }

    private boolean isLetIn(Scene.Office office, Credentials how) {
        var phone = scene.phone(TestKeys.ring(List.of("east"), List.of()));
        phone.dials(office, "600", how);
        scene.pass(5 * SECOND);
        return phone.isAnswered();
    }

    private Scene.Office registers(Scene.Office at, String line) {
        var branch =
                scene.office(
                        "[general]\nregister => %s@%s\n".formatted(line, at.address.host()),
                        PLAN,
                        TestKeys.ring(List.of("east"), List.of()));
        scene.pass(5 * SECOND);
        return branch;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auth=md5,rsa\ninkeys=east\n",
                "auth=plaintext,rsa\ninkeys=east\n",
                "inkeys=east\n",
                "inkeys=east\nsecret=\n",
                "auth=md5\n",
                "auth=plaintext\nsecret=\n",
                "dbsecret=iax/east\n",
                "dbsecret=iax/east\nauth=md5\n",
            })
    void trap2_3_4_noEmptyOrMissingSecretOpensACall(String access) {
        var hq = hq("[east]\ntype=user\ncontext=in\n" + access);
        assertThat(isLetIn(hq, everything("east"))).isFalse();
        assertThat(isLetIn(hq, Credentials.none("east"))).isFalse();
        assertThat(hq.told(LoginEvent.Accepted.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dbsecret=iax/east\n", "inkeys=east\n", "auth=md5\ninkeys=east\n"})
    void trap5_6_noEmptyOrMissingSecretRegisters(String access) {
        var hq = hq("[east]\ntype=peer\nhost=dynamic\n" + access);
        registers(hq, "east");
        registers(hq, "east:x");
        assertThat(hq.told(LineEvent.Enrolled.class)).isEmpty();
    }

    @Test
    void trap6_inkeysAloneMeanRsaForPeersToo() {
        var hq = hq("[east]\ntype=peer\nhost=dynamic\ninkeys=east\n");
        registers(hq, "east:[east]");
        assertThat(hq.told(LineEvent.Enrolled.class)).hasSize(1);
        assertThat(hq.said("inkeys= without auth=")).hasSize(1);
    }

    @Test
    void trap10_aSecretWithAColonIsSaidToBeCut() {
        var hq = hq("[general]\nregister => east:one:two@10.0.0.9\n");
        assertThat(hq.said("a secret cannot hold ':' here")).hasSize(1);
        assertThat(String.join("\n", hq.log)).doesNotContain("one").doesNotContain("two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[]", "[east", "[ "})
    void trap11_aKeyThatIsNoneIsSaid(String key) {
        var hq = hq("[general]\nregister => east:" + key + "@10.0.0.9\n");
        assertThat(hq.exchange().configuration().problems())
                .filteredOn(p -> p.severity() == Problem.Severity.ERROR)
                .singleElement()
                .satisfies(p -> assertThat(p.text()).contains("a key is written [NAME]"));
        assertThat(hq.exchange().peers().registrations()).isEmpty();
    }

    /// Asterisk logs the digest it expected.
    @Test
    void trap12_aWrongSecretLeavesNoDigestInTheLog() {
        var hq = hq("[east]\ntype=friend\nhost=dynamic\ncontext=in\nsecret=opensesame\n");
        registers(hq, "east:wrong");
        assertThat(isLetIn(hq, everything("east"))).isFalse();
        assertThat(hq.told(LoginEvent.Refused.class)).hasSize(2);
        assertThat(hq.log).noneMatch(l -> l.matches("(?i).*[0-9a-f]{32}.*"));
        assertThat(String.join("\n", hq.log)).doesNotContain("opensesame");
    }

    @Test
    void trap13_anEmptyNameInInkeysIsNoKey() {
        var hq = hq("[east]\ntype=user\ncontext=in\nauth=rsa\ninkeys=east:\n");
        assertThat(isLetIn(hq, Credentials.usual("east", Optional.of("east"), Optional.empty())))
                .isTrue();
        assertThat(hq.said("inkey ''")).isEmpty();
    }
}

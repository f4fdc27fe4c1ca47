package dev.keyline.pbx.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Ending;
import dev.keyline.pbx.conf.Place;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisitTest {
    private static final Optional<CallEvent.Answering> KEY =
            Optional.of(new CallEvent.Answering(AuthMethod.RSA, "branch", "SHA256:abc"));
    private static final Optional<CallEvent.Answering> SECRET =
            Optional.of(new CallEvent.Answering(AuthMethod.MD5, "", ""));
    private static final Ending NO_AUTHORITY = new Ending.TheyRefused(50, "No authority found");
    private static final Ending NO_EXTENSION =
            new Ending.TheyRefused(3, "No such context/extension");

    private static Visit visit(double millis, Verdict verdict) {
        return new Visit(
                new Spot(new Place("iax.conf", 14), "[hq]", List.of("hq")),
                "hq",
                "branch",
                Optional.of("192.0.2.7:4569"),
                Optional.of(millis).filter(time -> time > 0),
                verdict);
    }

    /// One of each live finding; the document shows them.
    static List<Finding> examples() {
        return List.of(
                        visit(0, new Verdict.Silent()),
                        visit(700, new Verdict.Taken("rsa with key branch, SHA256:abc")),
                        visit(3, Verdict.of(NO_AUTHORITY, KEY)),
                        visit(
                                3,
                                new Verdict.Cannot(
                                        "they offer md5, we are willing to use rsa only")),
                        visit(
                                0,
                                new Verdict.Untried(
                                        "it registers with us, and only the running exchange knows"
                                                + " where it is")),
                        visit(3, new Verdict.Unasked()))
                .stream()
                .flatMap(visit -> visit.findings().stream())
                .toList();
    }

    @Test
    void eachLiveFindingHasItsVisit() {
        assertThat(examples())
                .map(Finding::ailment)
                .containsExactly(
                        Ailment.PEER_SILENT,
                        Ailment.PEER_SLOW,
                        Ailment.LOGIN_REFUSED,
                        Ailment.LOGIN_IMPOSSIBLE,
                        Ailment.LOGIN_UNTRIED,
                        Ailment.PEER_ASKS_NOTHING);
    }

    @Test
    void aMissingExtensionMeansThatTheLoginWasTaken() {
        assertThat(Verdict.of(NO_EXTENSION, KEY)).isInstanceOf(Verdict.Taken.class);
        assertThat(visit(3.14, Verdict.of(NO_EXTENSION, KEY)).line())
                .isEqualTo(
                        "hq at 192.0.2.7:4569 answers after 3.1 ms; it took our login (rsa with key"
                                + " branch, SHA256:abc)");
        assertThat(visit(3, Verdict.of(NO_EXTENSION, KEY)).findings()).isEmpty();
    }

    @Test
    void withoutAChallengeItMeansThatNobodyAsked() {
        assertThat(Verdict.of(NO_EXTENSION, Optional.empty())).isEqualTo(new Verdict.Unasked());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 21, 50, 57})
    void theseCausesAreOfTheLogin(int code) {
        assertThat(Verdict.of(new Ending.TheyRefused(code, ""), KEY))
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void theCureDependsOnWhatWasShown() {
        assertThat(visit(3, Verdict.of(NO_AUTHORITY, KEY)).findings().getFirst().cure())
                .contains("keyline keys fingerprint");
        assertThat(visit(3, Verdict.of(NO_AUTHORITY, SECRET)).findings().getFirst().cure())
                .contains("compare secret=");
        assertThat(
                        visit(3, Verdict.of(NO_AUTHORITY, Optional.empty()))
                                .findings()
                                .getFirst()
                                .cure())
                .contains("section [branch] of type=user");
    }

    @Test
    void aSilentRegistrarIsAboutTheRegistration() {
        var visit =
                new Visit(
                        new Spot(new Place("iax.conf", 5), "register", List.of()),
                        "branch@192.0.2.7:4569",
                        "branch",
                        Optional.of("192.0.2.7:4569"),
                        Optional.empty(),
                        new Verdict.Silent());
        assertThat(visit.findings().getFirst().leads())
                .isEqualTo("the registration as 'branch' will fail");
    }

    @Test
    void whatWeCannotShowIsSaidSo() {
        assertThat(Verdict.of(new Ending.CannotAnswer("no key"), Optional.empty()))
                .isEqualTo(new Verdict.Cannot("no key"));
        assertThat(Verdict.of(new Ending.Vanished(), KEY)).isEqualTo(new Verdict.Silent());
    }
}

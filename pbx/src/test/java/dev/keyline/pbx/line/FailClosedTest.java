package dev.keyline.pbx.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.call.Encryption;
import dev.keyline.iax.message.CallerId;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.MediaOffer;
import dev.keyline.iax.message.New;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.conf.Conf;
import dev.keyline.pbx.conf.ConfReader;
import dev.keyline.pbx.conf.Problem;
import dev.keyline.pbx.conf.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Mistakes in `iax.conf` let nobody in, and are said with file and line.
class FailClosedTest {
    private static final PeerAddress SOMEBODY = PeerAddress.ofIPv4("192.0.2.7", 4569);
    private static final PeerAddress NEIGHBOUR = PeerAddress.ofIPv4("10.1.2.3", 4569);

    private final List<Problem> problems = new ArrayList<>();

    private Lines lines(String conf) {
        var read = ConfReader.read("iax.conf", Texts.of(Map.of("iax.conf", conf)));
        return LinesReader.read((Conf.Usable) read, KeyRing.EMPTY, problems);
    }

    private static New call(@Nullable String username, @Nullable String context) {
        return new New(
                New.VERSION,
                "100",
                context,
                username,
                CallerId.NONE,
                MediaOffer.of(List.of(MediaFormat.ULAW)),
                0,
                "",
                false,
                List.of(),
                null,
                null);
    }

    private Door.Admission knock(String conf, @Nullable String username) {
        return knock(conf, username, SOMEBODY);
    }

    private Door.Admission knock(String conf, @Nullable String username, PeerAddress from) {
        var lines = lines(conf);
        return new FrontDoor(() -> lines, Acquaintance.NONE, 5).knock(call(username, null), from);
    }

    private List<String> errors() {
        return problems.stream()
                .filter(p -> p.severity() == Problem.Severity.ERROR)
                .map(Problem::toString)
                .toList();
    }

    private List<String> warnings() {
        return problems.stream()
                .filter(p -> p.severity() == Problem.Severity.WARNING)
                .map(Problem::toString)
                .toList();
    }

    private static void assertNobody(Door.Admission admission, String why) {
        assertThat(admission)
                .isInstanceOfSatisfying(
                        Door.Stranger.class, stranger -> assertThat(stranger.why()).contains(why));
    }

    /// Options that speak of proofs and addresses, with and without a mistake.
    @Provide
    Arbitrary<List<String>> settings() {
        var options =
                Arbitraries.of(
                        "secret",
                        "inkeys",
                        "auth",
                        "dbsecret",
                        "acl",
                        "permit",
                        "deny",
                        "encryption",
                        "forceencryption",
                        "context",
                        "maxauthreq",
                        "requirecalltoken");
        var values =
                Arbitraries.oneOf(
                        Arbitraries.of(
                                "",
                                "x",
                                "rsa",
                                "md5,rsa",
                                "plaintext",
                                "voodoo",
                                ":",
                                ";",
                                "a:b",
                                "0.0.0.0/0",
                                "10.0.0.0/8",
                                "999.1.2.3",
                                "yes",
                                "no",
                                "*"),
                        Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(12));
        return Combinators.combine(options, values)
                .as((option, value) -> option + "=" + value.replace("[", ""))
                .list()
                .ofMaxSize(6);
    }

    /// Whoever wrote anything about a proof, however wrong, has not written an open section.
    @Property
    void aSectionThatSpeaksOfProofsIsNeverOpen(@ForAll("settings") List<String> settings) {
        var conf = "[a]\ntype=user\n" + String.join("\n", settings) + "\n";
        var admission = knock(conf, "a");
        boolean proofs =
                settings.stream().anyMatch(s -> s.matches("(secret|inkeys|auth|dbsecret|acl)=.*"));
        assertThat(proofs && admission instanceof Door.Open).as(conf).isFalse();
    }

    @Test
    void mistypedDeny() {
        assertNobody(
                knock("[a]\ntype=user\nsecret=x\ndeny=0.0.0.0/0.0.0\n", "a"),
                "permit and deny lines cannot be read");
        assertThat(errors()).anyMatch(e -> e.contains("iax.conf:4") && e.contains("deny="));
        assertThat(errors()).anyMatch(e -> e.contains("[a] lets nobody in until this is mended"));
    }

    @Test
    void unknownAuthWord() {
        assertNobody(
                knock("[a]\ntype=user\nsecret=x\nauth=rsa,mdfive\n", "a"),
                "auth=mdfive is no method");
        assertThat(errors()).anyMatch(e -> e.contains("iax.conf:4"));
    }

    @Test
    void emptySecret() {
        assertNobody(knock("[a]\ntype=user\nsecret=\n", "a"), "an empty secret proves nothing");
        assertThat(errors()).singleElement().asString().contains("iax.conf:3");
    }

    @Test
    void aSecretOfNothingButSeparatorsIsEmpty() {
        assertNobody(knock("[a]\ntype=user\nsecret=\\;\n", "a"), "an empty secret proves nothing");
    }

    @Test
    void anOldSecretDoesNotReplaceAnEmptyOne() {
        assertNobody(
                knock("[a]\ntype=user\nsecret=x\nsecret=\n", "a"),
                "an empty secret proves nothing");
    }

    @Test
    void md5WithoutSecret() {
        assertNobody(knock("[a]\ntype=user\nauth=md5\n", "a"), "auth=md5 and no secret=");
    }

    @Test
    void md5AndKeyWithoutSecretAsksForTheKeyAlone() {
        assertThat(knock("[a]\ntype=user\nauth=md5,rsa\ninkeys=k\n", "a"))
                .isInstanceOfSatisfying(
                        Door.Guarded.class,
                        guarded ->
                                assertThat(guarded.guard().methods())
                                        .containsExactly(AuthMethod.RSA));
        assertThat(warnings()).anyMatch(w -> w.contains("nothing to check a secret with"));
    }

    @Test
    void rsaWithoutInkeys() {
        assertNobody(knock("[a]\ntype=user\nauth=rsa\nsecret=x\n", "a"), "auth=rsa and no inkeys=");
    }

    @Test
    void inkeysThatNameNoKey() {
        assertNobody(knock("[a]\ntype=user\ninkeys= : \n", "a"), "inkeys= names no key");
    }

    @Test
    void inkeysWithoutFileStillAskForAKey() {
        assertThat(knock("[a]\ntype=user\ninkeys=lost\n", "a")).isInstanceOf(Door.Guarded.class);
        assertThat(warnings())
                .anyMatch(
                        w ->
                                w.contains("iax.conf:3")
                                        && w.contains(
                                                "Requested inkey 'lost' for RSA authentication does"
                                                        + " not exist"));
    }

    @Test
    void dbsecretIsNeverNoSecret() {
        assertNobody(knock("[a]\ntype=user\ndbsecret=iax/a\n", "a"), "dbsecret=");
    }

    @Test
    void namedListsDenyAsLongAsTheyAreNotRead() {
        assertNobody(knock("[a]\ntype=user\nsecret=x\nacl=office\n", "a"), "acl=");
    }

    @Test
    void forcedEncryptionWithoutASecretRefuses() {
        assertNobody(
                knock("[a]\ntype=user\ninkeys=k\nforceencryption=yes\n", "a"),
                "no secret= to encrypt with");
        assertNobody(
                knock("[general]\nforceencryption=yes\n[a]\ntype=user\ninkeys=k\n", "a"),
                "no secret= to encrypt with");
        assertNobody(
                knock("[a]\ntype=user\nsecret=x\nauth=plaintext\nforceencryption=yes\n", "a"),
                "auth=plaintext cannot be encrypted");
    }

    @Test
    void aSectionNobodyHasToProveAnythingToCannotBeEncryptedEither() {
        assertNobody(
                knock("[a]\ntype=user\nforceencryption=yes\n", "a"), "no secret= to encrypt with");
    }

    @Test
    void aCipherNobodyHasRefuses() {
        assertNobody(
                knock("[a]\ntype=user\nsecret=x\nencryption=aes256\n", "a"),
                "encryption=aes256 is none of");
        assertThat(encryption("[general]\nencryption=rot13\n[a]\ntype=user\nsecret=x\n"))
                .isEqualTo(Encryption.FORCED);
    }

    @Test
    void encryptionIsWhatTheSectionSaysAndElseWhatGeneralSays() {
        assertThat(encryption("[a]\ntype=user\nsecret=x\n")).isEqualTo(Encryption.NONE);
        assertThat(encryption("[a]\ntype=user\nsecret=x\nencryption=yes\n"))
                .isEqualTo(Encryption.ALLOWED);
        assertThat(encryption("[a]\ntype=user\nsecret=x\nencryption=aes128,keyrotate\n"))
                .isEqualTo(new Encryption(true, false, true));
        assertThat(encryption("[a]\ntype=user\nsecret=x\nforceencryption=yes\n"))
                .isEqualTo(Encryption.FORCED);
        var general = "[general]\nencryption=aes128,keyrotate\nforceencryption=yes\n";
        assertThat(encryption(general + "[a]\ntype=user\nsecret=x\n"))
                .isEqualTo(new Encryption(true, true, true));
        assertThat(
                        encryption(
                                general
                                        + "[a]\ntype=user\nsecret=x\nencryption=no\n"
                                        + "forceencryption=no\n"))
                .isEqualTo(Encryption.NONE);
    }

    private Encryption encryption(String conf) {
        return knock(conf, "a") instanceof Door.Guarded(_, _, var encryption)
                ? encryption
                : Encryption.NONE;
    }

    @Test
    void wrongAddressIsAskedLikeAnyOther() {
        var conf = "[a]\ntype=user\nsecret=x\ndeny=0.0.0.0/0\npermit=10.0.0.0/8\n";
        assertNobody(knock(conf, "a"), "permit and deny do not let 192.0.2.7 in");
        assertThat(knock(conf, "a", NEIGHBOUR)).isInstanceOf(Door.Guarded.class);
    }

    @Test
    void wordsCountInAnyCase() {
        assertThat(knock("[a]\ntype=User\nauth=RSA\ninkeys=k\n", "a"))
                .isInstanceOfSatisfying(
                        Door.Guarded.class,
                        guarded ->
                                assertThat(guarded.guard().methods())
                                        .containsExactly(AuthMethod.RSA));
    }

    @Test
    void namesCountToTheLetter() {
        assertNobody(knock("[Alice]\ntype=user\nsecret=x\n", "alice"), "no section [alice]");
    }

    @Test
    void aPeerSectionIsNoWayIn() {
        assertNobody(knock("[west]\ntype=peer\nhost=192.0.2.7\nsecret=x\n", "west"), "type=friend");
    }

    @Test
    void contextNotAllowed() {
        var lines = lines("[a]\ntype=user\nsecret=x\ncontext=one\ncontext=two\n");
        var door = new FrontDoor(() -> lines, Acquaintance.NONE, 5);
        assertThat(door.knock(call("a", "two"), SOMEBODY)).isInstanceOf(Door.Guarded.class);
        assertNobody(door.knock(call("a", "three"), SOMEBODY), "does not lead to context 'three'");
    }

    @Test
    void aCallersChoiceOfContextIsWarnedOf() {
        lines("[a]\ntype=user\nsecret=x\ncontext=*\n");
        assertThat(warnings()).anyMatch(w -> w.contains("[a] context=* lets its callers"));
    }

    @Test
    void starLeadsAnywhereButIsNoContext() {
        var lines = lines("[a]\ntype=user\nsecret=x\ncontext=*\n");
        assertThat(lines.user("a").orElseThrow().leadsTo("any")).isTrue();
        assertThat(lines.user("a").orElseThrow().context("")).isEqualTo("default");
    }

    @Test
    void aStrangersChallengeDependsOnTheNameAlone() {
        var conf =
                """
                [a]
                type=user
                secret=x
                [b]
                type=user
                auth=rsa
                inkeys=k
                """;
        var lines = lines(conf);
        var door = new FrontDoor(() -> lines, Acquaintance.NONE, 5);
        var seen = new HashSet<Set<AuthMethod>>();
        for (int i = 0; i < 50; i++) {
            var first = (Door.Stranger) door.knock(call("nobody" + i, null), SOMEBODY);
            var again = (Door.Stranger) door.knock(call("nobody" + i, null), NEIGHBOUR);
            assertThat(again.methods()).isEqualTo(first.methods());
            seen.add(first.methods());
        }
        assertThat(seen).containsExactlyInAnyOrder(Set.of(AuthMethod.MD5), Set.of(AuthMethod.RSA));
    }

    @Test
    void aStrangerHasTheLimitsOfSomeSection() {
        var lines =
                lines(
                        """
                        [a]
                        type=user
                        secret=x
                        maxauthreq=7
                        [b]
                        type=user
                        auth=rsa
                        inkeys=k
                        """);
        var door = new FrontDoor(() -> lines, Acquaintance.NONE, 5);
        var seen = new HashSet<List<Object>>();
        for (int i = 0; i < 50; i++) {
            var stranger = (Door.Stranger) door.knock(call("nobody" + i, null), SOMEBODY);
            seen.add(List.of(stranger.methods(), stranger.pending()));
        }
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        List.of(Set.of(AuthMethod.MD5), 7), List.of(Set.of(AuthMethod.RSA), 3));
    }

    /// Who knows what one name is told learns nothing about another.
    @Test
    void whatStrangersAreToldFollowsFromAKey() {
        var names = IntStream.range(0, 64).mapToObj(i -> "n" + i).toList();
        var answers = new HashSet<List<Integer>>();
        for (long salt = 0; salt < 20; salt++) {
            var pretence = new Pretence(salt);
            answers.add(names.stream().map(n -> pretence.choose(n, List.of(0, 1))).toList());
        }
        assertThat(answers).hasSize(20);
        var eight = List.of(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(LongStream.range(0, 20).mapToObj(Pretence::new))
                .as("names with one hash code in Java")
                .anyMatch(p -> !p.choose("Aa", eight).equals(p.choose("BB", eight)));
    }

    @Test
    void autoNeedsATokenOnceOneWasShownWithAProof() {
        var lines = lines("[old]\ntype=user\nsecret=x\nrequirecalltoken=auto\n");
        var before = new FrontDoor(() -> lines, Acquaintance.NONE, 5);
        assertThat(before.needsToken(call("old", null), SOMEBODY)).isFalse();
        var known =
                new Acquaintance() {
                    @Override
                    public boolean isHeard(String name, PeerAddress from) {
                        return true;
                    }

                    @Override
                    public boolean showsTokens(String name) {
                        return name.equals("old");
                    }
                };
        var after = new FrontDoor(() -> lines, known, 5);
        assertThat(after.needsToken(call("old", null), SOMEBODY)).isTrue();
    }

    @Test
    void withoutGuestsNobodyCallsWithoutAName() {
        var open = "[general]\nallowguest=no\n[o]\ntype=user\n";
        assertThat(knock(open, null, SOMEBODY)).isInstanceOf(Door.Shut.class);
        assertThat(knock(open, "o", SOMEBODY)).isEqualTo(new Door.Open("o"));
    }

    @Test
    void aKnownNameFromElsewhereIsAskedForWhatItIsAlwaysAskedFor() {
        var lines =
                lines("[a]\ntype=user\nauth=rsa\ninkeys=k\ndeny=0.0.0.0/0\npermit=10.0.0.0/8\n");
        var door = new FrontDoor(() -> lines, Acquaintance.NONE, 5);
        assertThat(((Door.Stranger) door.knock(call("a", null), SOMEBODY)).methods())
                .containsExactly(AuthMethod.RSA);
    }

    @Test
    void withoutNameTheHighestScoreTakesTheCall() {
        var guarded = "[g]\ntype=user\nsecret=x\n";
        var open = "[o]\ntype=user\n";
        var openFromHome = "[h]\ntype=user\ndeny=0.0.0.0/0\npermit=10.0.0.0/8\n";
        assertThat(knock(guarded + open + openFromHome, null, NEIGHBOUR))
                .isEqualTo(new Door.Open("h"));
        assertThat(knock(guarded + open + openFromHome, null, SOMEBODY))
                .isEqualTo(new Door.Open("o"));
        assertThat(knock(guarded, null, SOMEBODY)).isInstanceOf(Door.Guarded.class);
        assertThat(knock(openFromHome, null, SOMEBODY)).isInstanceOf(Door.Shut.class);
        assertThat(knock(open + "[p]\ntype=user\n", null, SOMEBODY)).isEqualTo(new Door.Open("o"));
    }

    @Test
    void openSectionsAreSaidAtLoad() {
        lines("[guest]\ntype=user\n");
        assertThat(problems)
                .anyMatch(
                        p ->
                                p.severity() == Problem.Severity.NOTICE
                                        && p.text().contains("anybody may call"));
    }

    @Test
    void tokensAreNeededUnlessSaidOtherwise() {
        var lines =
                lines(
                        """
                        [general]
                        calltokenoptional=10.0.0.0/8
                        [old]
                        type=user
                        secret=x
                        requirecalltoken=no
                        [strict]
                        type=user
                        secret=x
                        requirecalltoken=yes
                        [usual]
                        type=user
                        secret=x
                        """);
        var door = new FrontDoor(() -> lines, Acquaintance.NONE, 5);
        assertThat(door.needsToken(call("old", null), SOMEBODY)).isFalse();
        assertThat(door.needsToken(call("strict", null), NEIGHBOUR)).isTrue();
        assertThat(door.needsToken(call("usual", null), SOMEBODY)).isTrue();
        assertThat(door.needsToken(call("usual", null), NEIGHBOUR)).isFalse();
        assertThat(door.needsToken(call("nobody", null), SOMEBODY)).isTrue();
    }

    @Test
    void oddOptionsAreSaid() {
        lines("[a]\ntype=user\nsecret=x\ninkey=k\nmask=1\n[b]\ntype=peer\nmask=1\n");
        assertThat(warnings())
                .anyMatch(w -> w.contains("iax.conf:4") && w.contains("did you mean 'inkeys'?"));
        assertThat(problems.stream().filter(p -> p.text().startsWith("mask "))).hasSize(1);
    }

    @Test
    void sectionsWithoutTypeAreSaid() {
        lines("[a]\nsecret=x\n[b]\ntype=fiend\n");
        assertThat(warnings())
                .anyMatch(w -> w.contains("Section 'a' has no type="))
                .anyMatch(w -> w.contains("Section 'b' has type=fiend"));
    }

    @Test
    void noSecretIsEverShown() {
        var lines = lines("[a]\ntype=friend\nhost=10.0.0.1\nsecret=opensesame\noutkey=k\n");
        assertThat(lines.toString() + problems).doesNotContain("opensesame");
    }

    @Test
    void aFriendsMistakeIsSaidOnce() {
        lines("[a]\ntype=friend\nhost=10.0.0.1\nauth=voodoo\nallow=nonsense\noutkey=lost\n");
        assertThat(errors().stream().filter(e -> e.contains("auth=voodoo is no method;")))
                .hasSize(2); // the line, and what it does to the section
        assertThat(warnings().stream().filter(w -> w.contains("nonsense"))).hasSize(1);
        assertThat(warnings()).anyMatch(w -> w.contains("Unable to find private key 'lost'"));
    }

    @Test
    void withoutAllowTheBestFormatsComeFirst() {
        var allowed = lines("[a]\ntype=user\nsecret=x\n").users().getFirst().codecs().allowed();
        assertThat(allowed)
                .startsWith(MediaFormat.ULAW, MediaFormat.ALAW)
                .contains(MediaFormat.GSM);
        var low =
                lines("[general]\nbandwidth=low\n[a]\ntype=user\nsecret=x\n")
                        .users()
                        .getFirst()
                        .codecs()
                        .allowed();
        assertThat(low).startsWith(MediaFormat.GSM).doesNotContain(MediaFormat.ULAW);
    }
}

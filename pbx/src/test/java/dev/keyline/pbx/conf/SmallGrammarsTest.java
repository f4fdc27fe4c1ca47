package dev.keyline.pbx.conf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Address rules, codec lists, caller ids, directories, words.
class SmallGrammarsTest {
    private final List<Problem> problems = new ArrayList<>();

    private static Section section(String lines) {
        var conf =
                (Conf.Usable)
                        ConfReader.read("iax.conf", Texts.of(Map.of("iax.conf", "[a]\n" + lines)));
        return conf.sections().getFirst();
    }

    private boolean allows(String lines, String address) {
        return Acl.of(section(lines), problems)
                .orElseThrow()
                .allows(Range.address(address).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "deny=0.0.0.0/0.0.0.0;permit=192.0.2.0/24 | 192.0.2.7 | true",
                "deny=0.0.0.0/0;permit=192.0.2.0/24 | 192.0.3.7 | false",
                "permit=192.0.2.0/24;deny=0.0.0.0/0 | 192.0.2.7 | false", // the last match decides
                "permit=192.0.2.0/24 | 10.0.0.1 | true", // no match: everybody
                "deny=10.0.0.0/8,!10.1.0.0/16 | 10.1.2.3 | true",
                "deny=10.0.0.0/8,!10.1.0.0/16 | 10.2.2.3 | false",
                "deny=2001:db8::/32 | 2001:db8::1 | false",
                "deny=2001:db8::/32 | 192.0.2.1 | true",
                "deny=192.0.2.0/24 | ::ffff:c000:0207 | false", // mapped into IPv6
            })
    void addressRules(String lines, String address, boolean allowed) {
        assertThat(allows(lines.replace(';', '\n'), address)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.256",
        "10.0.0",
        "10.0.0.0/33",
        "ten",
        "10.0.0.0/8/8",
        "::1::",
        "fe80::/129",
        "''"
    })
    void aMistypedRuleMakesTheListUnusable(String range) {
        assertThat(Acl.of(section("deny=" + range + "\npermit=10.0.0.1\n"), problems)).isEmpty();
        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith("ERROR iax.conf:2: deny=" + range);
    }

    private List<String> codecs(String lines) {
        var all = List.of("ulaw", "alaw", "gsm");
        return CodecList.apply(
                all, section(lines.replace(';', '\n')), all, all::contains, problems);
    }

    @Test
    void codecLists() {
        assertThat(codecs("disallow=all;allow=gsm,ulaw")).containsExactly("gsm", "ulaw");
        assertThat(codecs("allow=!alaw")).containsExactly("ulaw", "gsm");
        assertThat(codecs("allow=(alaw|ulaw)")).containsExactly("alaw", "ulaw");
        assertThat(codecs("disallow=all;allow=ulaw:40")).containsExactly("ulaw");
        assertThat(codecs("allow=nonsense")).containsExactly("ulaw", "alaw", "gsm");
        assertThat(problems)
                .extracting(Problem::text)
                .containsExactly("unknown format 'nonsense' left out");
    }

    @Test
    void callerIds() {
        assertThat(CallerIdText.parse("\"Bob B.\" <1001>"))
                .isEqualTo(new CallerIdText("Bob B.", "1001"));
        assertThat(CallerIdText.parse("Bob <1001>")).isEqualTo(new CallerIdText("Bob", "1001"));
        assertThat(CallerIdText.parse("1001")).isEqualTo(new CallerIdText("", "1001"));
        assertThat(CallerIdText.parse("Bob")).isEqualTo(new CallerIdText("Bob", ""));
    }

    @Test
    void directories() {
        var conf =
                (Conf.Usable)
                        ConfReader.read(
                                "asterisk.conf",
                                Texts.of(
                                        Map.of(
                                                "asterisk.conf",
                                                "[directories]\nastkeydir => /k\nastdatadir => /d\n[options]\ninitcrypto = yes\n")));
        var read = AsteriskConf.of(conf);
        assertThat(read.keys()).isEqualTo("/k/keys");
        assertThat(read.sounds()).isEqualTo("/d/sounds");
        assertThat(read.etc()).isEqualTo("/etc/asterisk");
        assertThat(read.initCrypto()).isTrue();
    }

    @Test
    void nearWordsAreSuggested() {
        assertThat(Words.nearest("inkey", List.of("inkeys", "outkey", "host"))).contains("inkeys");
        assertThat(Words.nearest("dney", List.of("deny", "permit"))).contains("deny");
        assertThat(Words.nearest("zzz", List.of("deny", "permit"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "*.conf,a.conf,true",
        "a*b*c,axxbyyc,true",
        "a*b*c,axxbyy,false",
        "a?c,abc,true",
        "a?c,ac,false",
        "*,'',true"
    })
    void globs(String pattern, String name, boolean matches) {
        assertThat(Glob.matches(pattern, name)).isEqualTo(matches);
    }
}

package dev.keyline.iax.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.call.DialString.Choice;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each row is how Asterisk 23 takes the text, but for IPv6.
class DialStringTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                // credentials | username | secret | key
                "peer             | -  | inherited  | inherited",
                "u@peer           | u  | inherited  | inherited",
                "u:s@peer         | u  | s          | inherited",
                "u:[k]@peer       | u  | inherited  | k",
                "u:[k]:s@peer     | u  | s          | k",
                "u:s:[k]@peer     | u  | s          | k",
                "u:s:t@peer       | u  | s          | inherited",
                "u:@peer          | u  | suppressed | inherited",
                "u:[]@peer        | u  | inherited  | suppressed",
                ":s@peer          | '' | s          | inherited",
                ":[k]@peer        | '' | inherited  | k",
                "u:[ k ]@peer     | u  | inherited  | k",
                "u: [k] @peer     | u  | inherited  | k",
                "u:[k@peer        | u  | inherited  | [k",
            })
    void credentials(String text, String username, String secret, String key) {
        var dialled = DialString.parse("IAX2/" + text + "/100");
        assertThat(dialled.peer()).isEqualTo("peer");
        assertThat(dialled.username())
                .isEqualTo(username.equals("-") ? Optional.empty() : Optional.of(username));
        assertThat(dialled.secret()).isEqualTo(secret(secret));
        assertThat(dialled.key()).isEqualTo(choice(key));
    }

    private static Choice<String> choice(String word) {
        return switch (word) {
            case "inherited" -> new Choice.Inherited<>();
            case "suppressed" -> new Choice.Suppressed<>();
            default -> new Choice.Given<>(word);
        };
    }

    private static Choice<Secret> secret(String word) {
        return switch (word) {
            case "inherited" -> new Choice.Inherited<>();
            case "suppressed" -> new Choice.Suppressed<>();
            default -> new Choice.Given<>(new Secret(word));
        };
    }

    @Test
    void theWholeLine() {
        var dialled = DialString.parse("IAX2/east:[east]@127.0.0.1:4570/600@in/a");
        assertThat(dialled.peer()).isEqualTo("127.0.0.1");
        assertThat(dialled.port()).isEqualTo(OptionalInt.of(4570));
        assertThat(dialled.exten()).isEqualTo("600");
        assertThat(dialled.context()).contains("in");
        assertThat(dialled.autoAnswer()).isTrue();
        assertThat(dialled.remarks()).isEmpty();
    }

    @Test
    void defaults() {
        var dialled = DialString.parse("west");
        assertThat(dialled.exten()).isEqualTo("s");
        assertThat(dialled.context()).isEmpty();
        assertThat(dialled.port()).isEmpty();
        assertThat(DialString.parse("west/100@").context()).contains("");
    }

    @Test
    void portsThatAreNoneAreIgnoredWithARemark() {
        assertThat(DialString.parse("west:65536/1").port()).isEmpty();
        assertThat(DialString.parse("west:x/1").remarks())
                .singleElement()
                .asString()
                .contains("'x' is no port");
    }

    @Test
    void aSecretWithAColonIsCutWithARemark() {
        assertThat(DialString.parse("u:a:b@west").remarks())
                .singleElement()
                .asString()
                .contains("cannot hold ':'");
    }

    @Test
    void ipv6InBrackets() {
        var dialled = DialString.parse("u:[k]@[2001:db8::1]:4570/100");
        assertThat(dialled.peer()).isEqualTo("2001:db8::1");
        assertThat(dialled.port()).isEqualTo(OptionalInt.of(4570));
        assertThat(dialled.key()).isEqualTo(new Choice.Given<>("k"));
        assertThat(DialString.parse("[2001:db8::1]/100").peer()).isEqualTo("2001:db8::1");
    }

    @Test
    void secretsDoNotPrint() {
        assertThat(DialString.parse("u:geheim@west").toString()).doesNotContain("geheim");
    }

    @Property
    void anyTextIsADialString(@ForAll String text) {
        assertThat(DialString.parse(text).exten()).isNotEmpty();
    }
}

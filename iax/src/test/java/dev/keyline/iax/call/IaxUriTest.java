package dev.keyline.iax.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.call.DialString.Choice;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The examples of RFC 5456 §5.1, and what people make of them.
class IaxUriTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // uri | user | host | port | number | context
                "iax:example.com/alice                        | - | example.com | - | alice | -",
                "iax:example.com:4570/alice                   | - | example.com | 4570 | alice | -",
                "iax:example.com:4569/alice?friends           | - | example.com | 4569 | alice | friends",
                "iax:192.0.2.4:4569/alice?friends             | - | 192.0.2.4 | 4569 | alice | friends",
                "iax:[2001:db8::1]:4569/alice?friends         | - | 2001:db8::1 | 4569 | alice | friends",
                "iax:johnQ@example.com/12022561414            | johnQ | example.com | - | 12022561414 | -",
                "iax:johnQ@[2001:db8::1]/600                  | johnQ | 2001:db8::1 | - | 600 | -",
                "IAX:example.com                              | - | example.com | - | s | -",
                "iax://johnQ@example.com/600?x                | johnQ | example.com | - | 600 | x",
                "iax:j%6Fhn@example.com/%2A98%2f1?a%20b       | john | example.com | - | *98/1 | a b",
                "iax:example.com/caf%C3%A9                    | - | example.com | - | café | -",
            })
    void isRead(String uri, String user, String host, String port, String number, String context) {
        var read = IaxUri.orDialString(uri);
        assertThat(read.username()).isEqualTo(optional(user));
        assertThat(read.peer()).isEqualTo(host);
        assertThat(read.port().isPresent() ? "" + read.port().getAsInt() : "-").isEqualTo(port);
        assertThat(read.exten()).isEqualTo(number);
        assertThat(read.context()).isEqualTo(optional(context));
        assertThat(read.remarks()).isEmpty();
    }

    private static Optional<String> optional(String word) {
        return word.equals("-") ? Optional.empty() : Optional.of(word);
    }

    @Test
    void aKeyMayFollowTheUser() {
        var read = IaxUri.orDialString("iax:alice:[work]@example.com/600");
        assertThat(read.username()).contains("alice");
        assertThat(read.key()).isEqualTo(new Choice.Given<>("work"));
    }

    @Test
    void aDialStringStaysOne() {
        var text = "IAX2/iax:pass@example.com/600@ctx/a";
        assertThat(IaxUri.orDialString(text)).isEqualTo(DialString.parse(text));
    }

    @Test
    void aPercentThatEscapesNothingIsSaid() {
        for (var number : new String[] {"50%", "5%zz", "%4"}) {
            var read = IaxUri.orDialString("iax:example.com/" + number);
            assertThat(read.exten()).isEqualTo(number);
            assertThat(read.remarks()).singleElement().asString().contains("'" + number + "'");
        }
    }

    @Test
    void noHostIsNoHost() {
        assertThat(IaxUri.orDialString("iax:").peer()).isEmpty();
        assertThat(IaxUri.orDialString("iax:/600").peer()).isEmpty();
    }
}

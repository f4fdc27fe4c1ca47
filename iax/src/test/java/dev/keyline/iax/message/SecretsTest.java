package dev.keyline.iax.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.Elements;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.InformationElement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No text form of a message shows what must stay secret.
class SecretsTest {
    private static final String SECRET = "0pen-Sesame";
    private static final Bytes OCTETS = Bytes.utf8(SECRET);

    static List<Record> holders() {
        var element = new InformationElement(ElementId.PROVISIONING.number(), OCTETS);
        var elements = new Elements(List.of(element));
        return List.of(
                new AuthResult.Rsa(SECRET),
                new AuthResult.Md5(SECRET),
                new AuthResult.Password(SECRET),
                new AuthReply(new AuthResult.Password(SECRET)),
                new RegisterRequest("u", 60, new AuthResult.Md5(SECRET), OCTETS),
                new RegisterRelease("u", 60, new AuthResult.Rsa(SECRET), OCTETS, "", 0),
                new CallTokenChallenge(OCTETS),
                new RotateKey(OCTETS),
                new New(
                        2,
                        "s",
                        null,
                        null,
                        CallerId.NONE,
                        MediaOffer.of(List.of()),
                        0,
                        "",
                        false,
                        List.of(),
                        null,
                        OCTETS),
                new Provision(elements),
                new FirmwareRequest(elements),
                new Unknown(Body.of(FrameType.IAX, 77, elements.encode())),
                new AuthReply(new AuthResult.Password(SECRET)).body(),
                element,
                elements,
                new InformationElement(ElementId.PASSWORD.number(), OCTETS),
                new InformationElement(ElementId.MD5_RESULT.number(), OCTETS),
                new InformationElement(ElementId.RSA_RESULT.number(), OCTETS),
                new InformationElement(ElementId.CALLTOKEN.number(), OCTETS));
    }

    @ParameterizedTest
    @MethodSource("holders")
    void theSecretDoesNotShow(Record holder) {
        assertThat(holder.toString())
                .doesNotContain(SECRET)
                .doesNotContain(OCTETS.asHex())
                .isNotEmpty();
    }

    @Test
    void anElementThatIsNoSecretShows() {
        assertThat(new InformationElement(ElementId.USERNAME.number(), Bytes.utf8("u")))
                .hasToString("USERNAME=75");
    }

    @Test
    void aSignatureTooLongForTheElementIsRefusedWithoutShowingIt() {
        var base64 = "S".repeat(344);
        assertThat(AuthResult.Rsa.fits(base64)).isFalse();
        assertThatThrownBy(() -> new AuthResult.Rsa(base64))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a signature of 344 characters; the element holds 255");
        assertThat(AuthResult.Rsa.fits("S".repeat(255))).isTrue();
    }
}

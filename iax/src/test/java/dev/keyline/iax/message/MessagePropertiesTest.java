package dev.keyline.iax.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.Elements;
import dev.keyline.iax.wire.InformationElement;
import dev.keyline.iax.wire.MalformedFrame;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MessagePropertiesTest {
    @Property
    void anyBodySettles(@ForAll("bodies") Body body) {
        MessageRowsTest.settles(body);
    }

    @Property
    void anyElementsSettle(@ForAll("commands") Body body) {
        MessageRowsTest.settles(body);
    }

    @Property
    void aNewIsReadAsWritten(@ForAll("news") New request) throws MalformedFrame {
        assertThat(Message.read(request.body())).isEqualTo(request);
    }

    @Provide
    Arbitrary<Body> bodies() {
        var octet = Arbitraries.integers().between(0, 255);
        return Combinators.combine(octet, octet, octets(40)).as(Body::new);
    }

    @Provide
    Arbitrary<Body> commands() {
        var element =
                Combinators.combine(Arbitraries.integers().between(0, 60), octets(12))
                        .as(InformationElement::new);
        var elements = element.list().ofMaxSize(12).map(list -> new Elements(list).encode());
        return Combinators.combine(Arbitraries.integers().between(1, 41), elements)
                .as((command, data) -> new Body(6, command, data));
    }

    @Provide
    Arbitrary<New> news() {
        var media =
                Arbitraries.of(MediaFormat.values()).list().uniqueElements().map(MediaOffer::of);
        var variable = Combinators.combine(names().filter(n -> !n.contains("=")), values());
        var variables =
                variable.as(Variable::new).list().ofMaxSize(5).uniqueElements(Variable::name);
        return Combinators.combine(
                        names(), names(), names(), callers(), media, variables, octets(255))
                .as(
                        (number, context, user, caller, offer, extra, token) ->
                                new New(
                                        2,
                                        number,
                                        context,
                                        user,
                                        caller,
                                        offer,
                                        0x8001,
                                        "en",
                                        token.isEmpty(),
                                        extra,
                                        token.length(),
                                        token));
    }

    private static Arbitrary<CallerId> callers() {
        var octet = Arbitraries.integers().between(0, 255);
        return Combinators.combine(names(), names(), octet, Arbitraries.integers())
                .as(
                        (number, name, o, i) ->
                                new CallerId(number, name, "", o, o, o, i, number, name));
    }

    /// Letters of one to four octets; what travels in a name.
    private static Arbitrary<String> names() {
        return Arbitraries.of("a", "=", "7", "\u00e9", "\u20ac", "\ud83d\ude00", " ")
                .list()
                .ofMinSize(1)
                .ofMaxSize(20)
                .map(list -> String.join("", list));
    }

    private static Arbitrary<String> values() {
        return names().list().ofMaxSize(20).map(list -> String.join("", list));
    }

    private static Arbitrary<Bytes> octets(int max) {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(max).map(Bytes::copyOf);
    }
}

package dev.keyline.iax.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.Elements;
import dev.keyline.iax.wire.InformationElement;
import dev.keyline.iax.wire.MalformedFrame;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariableTest {
    private static List<Variable> read(List<Bytes> pieces) throws MalformedFrame {
        var elements =
                pieces.stream()
                        .map(p -> new InformationElement(ElementId.VARIABLE.number(), p))
                        .toList();
        return Variable.read(Fields.of(new Elements(elements).encode()));
    }

    private static List<Variable> read(String... pieces) throws MalformedFrame {
        return read(Arrays.stream(pieces).map(Bytes::utf8).toList());
    }

    @Test
    void aLongValueContinuesInTheNextElement() throws MalformedFrame {
        var variable = new Variable("abc", "x".repeat(300));
        var pieces = variable.pieces();
        assertThat(pieces).extracting(Bytes::length).containsExactly(255, 4 + 300 - 251);
        assertThat(pieces.get(1).asText()).startsWith("abc=xxx");
        assertThat(read(pieces)).containsExactly(variable);
    }

    @Test
    void aValueThatJustFitsIsOnePiece() {
        assertThat(new Variable("abc", "x".repeat(251)).pieces()).hasSize(1);
        assertThat(new Variable("abc", "x".repeat(252)).pieces()).hasSize(2);
        assertThat(new Variable("abc", "").pieces()).containsExactly(Bytes.utf8("abc="));
    }

    @Test
    void piecesEndBetweenCharacters() {
        var pieces = new Variable("ab", "\u20ac".repeat(100)).pieces();
        assertThat(pieces).allMatch(p -> p.asText().matches("ab=\u20ac+"));
    }

    @Test
    void aReceiverPutsTogetherWhatWasCutInsideACharacter() throws MalformedFrame {
        assertThat(read(List.of(Bytes.hex("613de282"), Bytes.hex("613dac"))))
                .containsExactly(new Variable("a", "\u20ac"));
    }

    @Test
    void whatHasNoNameOrNoEqualsIsSkipped() throws MalformedFrame {
        assertThat(read("=x", "alone", "a=1=2", "b="))
                .containsExactly(new Variable("a", "1=2"), new Variable("b", ""));
    }

    @Test
    void controlCharactersDoNotArrive() throws MalformedFrame {
        assertThat(read("a=one\r\ntwo\u001b[1m", "b\n=x"))
                .containsExactly(new Variable("a", "onetwo[1m"));
    }

    @Test
    void howManyFitIntoOneFrame() {
        var small = IntStream.range(0, 65).mapToObj(i -> new Variable("v" + i, "x")).toList();
        assertThat(Variable.fit(small.subList(0, 64))).isTrue();
        assertThat(Variable.fit(small)).isFalse();
        assertThat(Variable.fit(List.of(new Variable("v", "x".repeat(3000))))).isTrue();
        assertThat(Variable.fit(List.of(new Variable("v", "x".repeat(3072))))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=b", "a\0b", "a\nb"})
    void namesThatCannotTravelAreRefused(String name) {
        assertThatThrownBy(() -> new Variable(name, "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not the name of a variable");
    }
}

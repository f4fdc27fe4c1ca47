package dev.keyline.audio.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.audio.codec.Codec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoundChoiceTest {
    private static final Set<String> FILES =
            Set.of(
                    "de/hello.gsm",
                    "en/hello.ulaw",
                    "en/hello.wav",
                    "en/hello.gsm",
                    "en/hello.alaw",
                    "en/digits/5.gsm",
                    "beep.gsm",
                    "beep.sln16",
                    "de_AT/servus.sln",
                    "en/law.pcm",
                    "en/msg.WAV",
                    "en/msg.gsm",
                    "en/old.WAV");

    private static String chosen(String name, String language, Codec codec) {
        return switch (SoundChoice.of(name, language, codec, FILES::contains)) {
            case SoundChoice.Chosen chosen -> chosen.path();
            case SoundChoice.Missing missing -> "none in " + missing.folders();
            case SoundChoice.Refused refused -> "refused: " + refused.reason();
        };
    }

    @ParameterizedTest
    @CsvSource({
        "hello, en, ULAW, en/hello.ulaw",
        "hello, en, ALAW, en/hello.alaw",
        "hello, en, GSM, en/hello.gsm",
        "hello, en, SLIN, en/hello.wav",
        "hello, de, ULAW, de/hello.gsm",
        "hello, de_AT, ULAW, de/hello.gsm",
        "hello, fr, ULAW, en/hello.ulaw",
        "hello, '', ULAW, en/hello.ulaw",
        "servus, de_AT, GSM, de_AT/servus.sln",
        "digits/5, de, SLIN, en/digits/5.gsm",
        "beep, en, ULAW, beep.sln16",
        "beep, en, GSM, beep.gsm",
        "law, en, ULAW, en/law.pcm",
        "msg, en, SLIN, en/msg.gsm",
        "old, en, GSM, en/old.WAV",
        "none, de_AT, ULAW, 'none in [de_AT, de, en, ]'",
        "none, ../.., ULAW, 'none in [en, ]'"
    })
    void theCheapestInTheNearestLanguageIsChosen(
            String name, String language, Codec codec, String choice) {
        assertThat(chosen(name, language, codec)).isEqualTo(choice);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../etc/passwd",
                "a/../../b",
                "..",
                ".",
                "a/./b",
                "/etc/hello",
                "a//b",
                "a/",
                "",
                "a\\..\\b",
                "a\nb",
                "a\0"
            })
    void noNameLeadsOutOfTheSounds(String name) {
        var asked = new ArrayList<String>();
        SoundChoice choice = SoundChoice.of(name, "en", Codec.ULAW, path -> !asked.add(path));

        assertThat(choice).isInstanceOf(SoundChoice.Refused.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void dotsInsideANameAreOfTheName() {
        assertThat(SoundChoice.of("v1..2/a.b", "en", Codec.ULAW, "en/v1..2/a.b.ulaw"::equals))
                .isEqualTo(new SoundChoice.Chosen("en/v1..2/a.b.ulaw", SoundFormat.ULAW));
    }

    @Test
    void everyFormatHasItsPlaceForEveryCodec() {
        for (Codec codec : Codec.values()) {
            assertThat(SoundChoice.order(codec))
                    .containsExactlyInAnyOrderElementsOf(List.of(SoundFormat.values()));
        }
    }
}

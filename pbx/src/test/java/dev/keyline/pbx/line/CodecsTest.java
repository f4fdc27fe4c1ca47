package dev.keyline.pbx.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.MediaOffer;
import dev.keyline.pbx.conf.Conf;
import dev.keyline.pbx.conf.ConfReader;
import dev.keyline.pbx.conf.Problem;
import dev.keyline.pbx.conf.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CodecsTest {
    private static final MediaOffer MANY =
            MediaOffer.of(List.of(MediaFormat.ULAW, MediaFormat.G729, MediaFormat.SPEEX16));

    private static Codecs codecs(String lines) {
        var conf = (Conf.Usable) ConfReader.read("iax.conf", Texts.of(Map.of("iax.conf", lines)));
        var general = GeneralReader.read(conf.section("general"), new ArrayList<Problem>());
        return general.codecs();
    }

    @Test
    void theFirstAllowedIsTakenThoughWeCannotTranslateIt() {
        assertThat(codecs("[general]\ndisallow=all\nallow=g729,ulaw\n").choose(MANY))
                .contains(MediaFormat.G729);
        assertThat(codecs("[general]\ndisallow=all\nallow=speex16\n").choose(MANY))
                .contains(MediaFormat.SPEEX16);
    }

    @Test
    void theCallersOrderCountsWhereItMay() {
        assertThat(
                        codecs("[general]\ndisallow=all\nallow=g729,ulaw\ncodecpriority=caller\n")
                                .choose(MANY))
                .contains(MediaFormat.ULAW);
    }

    @Test
    void allStandsForTheBestFirst() {
        assertThat(codecs("[general]\ndisallow=all\nallow=all\n").allowed())
                .startsWith(MediaFormat.ULAW, MediaFormat.ALAW)
                .endsWith(MediaFormat.G729, MediaFormat.G723);
    }

    @Test
    void whatACallerSpeaksThatWeCannotTranslateIsOfferedAlone() {
        var both = codecs("[general]\ndisallow=all\nallow=g729,ulaw\n");
        assertThat(both.offer(Optional.of(MediaFormat.G729)).preferences())
                .containsExactly(MediaFormat.G729);
        assertThat(both.offer(Optional.of(MediaFormat.ALAW)).preferences())
                .containsExactly(MediaFormat.ULAW);
    }
}

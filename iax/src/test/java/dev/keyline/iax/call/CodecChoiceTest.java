package dev.keyline.iax.call;

import static dev.keyline.iax.message.MediaFormat.ALAW;
import static dev.keyline.iax.message.MediaFormat.G729;
import static dev.keyline.iax.message.MediaFormat.GSM;
import static dev.keyline.iax.message.MediaFormat.H264;
import static dev.keyline.iax.message.MediaFormat.ILBC;
import static dev.keyline.iax.message.MediaFormat.OPUS;
import static dev.keyline.iax.message.MediaFormat.SPEEX;
import static dev.keyline.iax.message.MediaFormat.SPEEX16;
import static dev.keyline.iax.message.MediaFormat.ULAW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.message.Formats;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.MediaOffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Asterisk's four rules, a row for each way through them.
class CodecChoiceTest {
    record Row(
            CodecChoice rule,
            List<MediaFormat> ours,
            MediaOffer theirs,
            Optional<MediaFormat> chosen) {}

    static Stream<Row> rows() {
        return Stream.of(
                // ours counts, whatever they like
                row(CodecChoice.HOST, List.of(G729, ULAW), offer(ULAW, ULAW, G729), G729),
                row(CodecChoice.HOST, List.of(GSM, ALAW), offer(ULAW, ULAW, ALAW, GSM), GSM),
                // a caller without a list
                row(CodecChoice.HOST, List.of(ALAW, ULAW), bare(ULAW, ULAW, ALAW), ALAW),
                row(CodecChoice.HOST, List.of(ALAW), offer(ULAW, ULAW), null),
                // theirs counts
                row(CodecChoice.CALLER, List.of(ULAW, GSM), offer(GSM, GSM, ULAW), GSM),
                // nothing on their list is allowed here, but something they can speak is
                row(CodecChoice.CALLER, List.of(ALAW, SPEEX), unlisted(ULAW, ALAW, SPEEX), ALAW),
                row(CodecChoice.CALLER, List.of(GSM, ULAW), bare(ULAW, ULAW, GSM), GSM),
                row(CodecChoice.CALLER, List.of(ALAW), offer(ULAW, ULAW), null),
                // the one they ask for, no lists
                row(CodecChoice.DISABLED, List.of(ALAW, GSM), offer(GSM, ALAW, GSM), GSM),
                row(CodecChoice.DISABLED, List.of(ILBC, ALAW), offer(ULAW, ILBC, ALAW), ALAW),
                row(CodecChoice.DISABLED, List.of(ILBC), offer(ULAW, ULAW), null),
                // the one they ask for, or none
                row(CodecChoice.REQONLY, List.of(ALAW, GSM), offer(GSM, ALAW, GSM), GSM),
                row(CodecChoice.REQONLY, List.of(ALAW), offer(ULAW, ULAW, ALAW), null),
                // who says only FORMAT can speak only that
                row(CodecChoice.HOST, List.of(ULAW, GSM), new MediaOffer(0, 2, List.of()), GSM),
                // formats of 64 bits
                row(CodecChoice.HOST, List.of(SPEEX16, ULAW), offer(ULAW, ULAW, SPEEX16), SPEEX16),
                row(CodecChoice.DISABLED, List.of(OPUS, SPEEX), bare(GSM, SPEEX, OPUS), SPEEX),
                // pictures are no voice
                row(CodecChoice.HOST, List.of(H264, ULAW), offer(ULAW, H264, ULAW), ULAW),
                row(CodecChoice.REQONLY, List.of(H264, ULAW), offer(H264, H264, ULAW), null));
    }

    private static Row row(
            CodecChoice rule,
            List<MediaFormat> ours,
            MediaOffer theirs,
            @Nullable MediaFormat chosen) {
        return new Row(rule, ours, theirs, Optional.ofNullable(chosen));
    }

    /// A caller who likes `format`, with a list of all it can speak.
    private static MediaOffer offer(MediaFormat format, MediaFormat... list) {
        return new MediaOffer(Formats.mask(List.of(list)), format.bit(), List.of(list));
    }

    /// A caller without a list.
    private static MediaOffer bare(MediaFormat format, MediaFormat... capable) {
        return new MediaOffer(Formats.mask(List.of(capable)), format.bit(), List.of());
    }

    /// A caller whose list has one format, and who can speak others.
    private static MediaOffer unlisted(MediaFormat listed, MediaFormat... capable) {
        return new MediaOffer(
                Formats.mask(List.of(capable)) | listed.bit(), listed.bit(), List.of(listed));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isChosen(Row row) {
        assertThat(row.rule().choose(row.theirs(), row.ours())).isEqualTo(row.chosen());
    }
}

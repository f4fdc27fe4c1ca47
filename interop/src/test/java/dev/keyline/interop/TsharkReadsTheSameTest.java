package dev.keyline.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyline.iax.trace.MalformedCapture;
import dev.keyline.iax.trace.Names;
import dev.keyline.iax.trace.Packet;
import dev.keyline.iax.trace.Pcap;
import dev.keyline.iax.trace.SignatureCheck;
import dev.keyline.iax.trace.Story;
import dev.keyline.iax.trace.Told;
import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.MetaFrame;
import dev.keyline.iax.wire.MiniFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// We and tshark read every recording alike: the same messages in the same order.
///
/// All recordings go through tshark in one run, as a capture that [Pcap] wrote; a second test
/// compares the files as they were recorded. Two things are no fault of either reader and are left
/// out with this reason:
///
/// - Encrypted frames. tshark reads the noise as if it were clear, so names mean nothing there. The
///   fair comparison is of the octets at the places of the header, which both read as numbers
///   without decrypting: call numbers, R bit, and the noise in place of timestamp, sequence numbers
///   and type. Those are compared for all full frames, clear or not.
/// - Trunk frames without timestamps, and noise that looks like one: tshark 4.0 reads their entries
///   in the order of the other kind and reports them as malformed. Of these only the place counts.
@Busy
class TsharkReadsTheSameTest {
    private static final Path RECORDINGS = Path.of("../iax/src/test/resources/captures");

    private static final List<String> FIELDS =
            List.of(
                    "_ws.col.Info",
                    "iax2.packet_type",
                    "iax2.src_call",
                    "iax2.dst_call",
                    "iax2.retransmission",
                    "iax2.timestamp",
                    "iax2.oseqno",
                    "iax2.iseqno",
                    "iax2.type",
                    "iax2.trunk.ncalls");

    /// What tshark spells in another way.
    private static final Map<String, String> OTHER_NAMES =
            Map.ofEntries(
                    Map.entry("UNQUELCH", "UNQULCH"),
                    Map.entry("UNSUPPORT", "UNSUPPORTED"),
                    Map.entry("(77?)", "unknown (0x4d)"),
                    Map.entry("STOP_SOUNDS", "stop sounds"),
                    // tshark knows the indications of Asterisk 0.x only.
                    Map.entry("CONGESTION", "unknown (0x08)"),
                    Map.entry("PROGRESS", "unknown (0x0e)"),
                    Map.entry("HOLD", "unknown (0x10)"),
                    Map.entry("UNHOLD", "unknown (0x11)"));

    private static final Map<Long, String> CODECS =
            Map.of(
                    0x2L,
                    "GSM compression",
                    0x4L,
                    "Raw mu-law data (G.711)",
                    0x8L,
                    "Raw A-law data (G.711)",
                    0x40L,
                    "Raw 16-bit Signed Linear (8000 Hz) PCM",
                    1L << 33,
                    "SpeeX Wideband (16kHz) Free Compression");

    @BeforeAll
    static void tsharkIsHere() {
        assumeTrue(Tshark.isInstalled(), "tshark is not installed: nobody to compare with");
    }

    /// A packet of a recording and what we make of it.
    private record Ours(String recording, int number, Told told) {
        String place() {
            return recording + " packet " + number;
        }

        boolean isEncrypted() {
            return told.words().startsWith("encrypted");
        }
    }

    @Test
    void everyRecordingReadsAlike(@TempDir Path folder) throws Exception {
        var packets = new ArrayList<Packet>();
        var ours = new ArrayList<Ours>();
        for (var name : recordings()) {
            var recording = Pcap.read(Files.readAllBytes(RECORDINGS.resolve(name)));
            packets.addAll(recording);
            var story = Story.of(recording, SignatureCheck.NONE);
            for (int i = 0; i < story.size(); i++) {
                ours.add(new Ours(name, i + 1, story.get(i)));
            }
        }
        var all = Files.write(folder.resolve("all.pcap"), Pcap.write(packets));
        var theirs = Tshark.fields(all, FIELDS);
        assertThat(theirs).hasSameSizeAs(ours);
        for (int i = 0; i < ours.size(); i++) {
            compare(ours.get(i), theirs.get(i));
        }
    }

    private static List<String> recordings() throws IOException {
        try (var files = Files.list(RECORDINGS)) {
            var names = files.map(file -> file.getFileName().toString());
            return names.filter(name -> name.endsWith(".pcap")).sorted().toList();
        }
    }

    private static void compare(Ours ours, String[] theirs) {
        switch (ours.told().frame().orElseThrow()) {
            case FullFrame full -> {
                assertThat(header(full)).as(ours.place()).isEqualTo(header(theirs));
                if (!ours.isEncrypted()) {
                    assertThat(name(full.body())).as(ours.place()).isEqualTo(name(theirs[0]));
                }
            }
            case MiniFrame mini ->
                    assertThat(theirs)
                            .as(ours.place())
                            .startsWith(theirs[0], "0", number(mini.source().value()))
                            .contains(number(mini.timestamp()));
            case MetaFrame.Trunk trunk when trunk.kind() == 1 ->
                    assertThat(ours.told().words())
                            .as(ours.place())
                            .startsWith("TRUNK voice of " + theirs[9] + " call");
            case MetaFrame meta -> assertThat(theirs[0]).as(ours.place()).contains("Malformed");
        }
    }

    private static List<String> header(FullFrame frame) {
        return List.of(
                "1",
                number(frame.source().value()),
                number(frame.destination().value()),
                frame.retry() ? "1" : "0",
                Integer.toUnsignedString(frame.timestamp()),
                number(frame.sent().value()),
                number(frame.expected().value()),
                number(frame.body().type()));
    }

    private static List<String> header(String[] theirs) {
        return List.of(theirs).subList(1, 9);
    }

    private static String number(int value) {
        return Integer.toString(value);
    }

    /// `IAX, source call# 5, timestamp 3ms ACK` becomes `IAX ACK`.
    private static String name(String info) {
        return info.replaceFirst(",? source call# \\d+, timestamp \\d+ms,?", "").strip();
    }

    private static String name(Body body) {
        var type = FrameType.of(body.type());
        if (type == null) {
            return "unknown type " + body.type();
        }
        var word = OTHER_NAMES.getOrDefault(Names.of(body), Names.of(body));
        return switch (type) {
            case IAX -> "IAX " + word;
            case CONTROL -> "Control " + word;
            case DTMF_END -> "DTMF End digit " + (char) body.subclass();
            case DTMF_BEGIN -> "DTMF Begin digit " + (char) body.subclass();
            case VOICE -> "Voice " + CODECS.get(body.value());
            case TEXT -> "Text";
            case HTML -> "HTML";
            case IMAGE -> "Image subclass " + body.subclass();
            case COMFORT_NOISE -> "Comfort Noise subclass " + body.subclass();
            default -> type.name().toLowerCase(Locale.ROOT);
        };
    }

    @Test
    void theFilesAsRecordedHoldTheSamePackets() throws IOException, MalformedCapture {
        for (var name : List.of("rsa-call.pcap", "native-transfer.pcap", "trunk-timestamps.pcap")) {
            var file = RECORDINGS.resolve(name);
            var theirs = Tshark.fields(file, List.of("ip.src", "udp.srcport", "udp.payload"));
            assertThat(Pcap.read(Files.readAllBytes(file)))
                    .as(name)
                    .extracting(packet -> packet.from() + " " + packet.payload().asHex())
                    .isEqualTo(theirs.stream().map(f -> f[0] + ":" + f[1] + " " + f[2]).toList());
        }
    }
}

package dev.keyline.iax.cipher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.RotateKey;
import dev.keyline.iax.trace.Captures;
import dev.keyline.iax.trace.Packet;
import dev.keyline.iax.trace.PeerEnd;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.MetaFrame;
import dev.keyline.iax.wire.MiniFrame;
import dev.keyline.iax.wire.SeqNo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Encrypted calls between two Asterisks, opened.
class RecordingsTest {
    static List<String> names() {
        return Recordings.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyFrameOpensToWhatAnotherDecoderFound(String name) throws MalformedFrame {
        var wanted = Recordings.lines(name);
        var found = new ArrayList<String>();
        var keys = new HashMap<PeerEnd, Cipher>();
        var packets = Captures.packets(name);
        for (int i = afterTheQuestion(packets); found.size() < wanted.size(); i++) {
            var packet = packets.get(i);
            var key = keys.computeIfAbsent(packet.from(), _ -> Recordings.key(name));
            switch (Frame.parse(packet.payload().toArray())) {
                case FullFrame sealed -> {
                    var plain = clear(key.open(sealed));
                    found.add((i + 1) + " " + line(plain) + pad(sealed.encode(), plain));
                    turn(plain, packet, keys);
                }
                case MiniFrame sealed -> {
                    var plain = clear(key.open(sealed));
                    found.add((i + 1) + " " + line(plain) + pad(sealed.encode(), plain));
                }
                case MetaFrame _ -> {}
            }
        }
        assertThat(found).isEqualTo(wanted);
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatWeSealOpensAgain(String name) throws MalformedFrame {
        var key = Recordings.key(name);
        var slate = new Slate(new SplittableRandom(1));
        for (var packet : Captures.packets(name)) {
            var frame = Frame.parse(packet.payload().toArray());
            if (frame instanceof MetaFrame) {
                continue;
            }
            switch (Frame.parse(key.seal(frame, slate))) {
                case FullFrame sealed -> assertThat(clear(key.open(sealed))).isEqualTo(frame);
                case MiniFrame sealed -> assertThat(clear(key.open(sealed))).isEqualTo(frame);
                case MetaFrame impossible -> throw new AssertionError(impossible);
            }
        }
    }

    /// In one recording Asterisk's repetitions are corrupt: what they were is found out. All else
    /// makes sense as it is, to the last of 260 frames.
    @ParameterizedTest
    @MethodSource("names")
    void senseTellsTheRightKeyFromNoise(String name) throws MalformedFrame {
        var packets = Captures.packets(name);
        var ends = new HashMap<PeerEnd, End>();
        var noise = new ArrayList<FullFrame>();
        var mended = new ArrayList<FullFrame>();
        var key = Recordings.key(name);
        int start = afterTheQuestion(packets);
        for (int i = 0; i < packets.size(); i++) {
            var packet = packets.get(i);
            if (!(Frame.parse(packet.payload().toArray()) instanceof FullFrame frame)) {
                continue;
            }
            var speaker = ends.computeIfAbsent(packet.from(), _ -> new End(name));
            var hearer = ends.computeIfAbsent(packet.to(), _ -> new End(name));
            long millis = (packet.nanos() - packets.getFirst().nanos()) / 1_000_000;
            if (i < start) {
                speaker.says(frame);
            } else {
                var sense = new Sense(speaker.next, hearer.next, (int) millis);
                switch (speaker.keys.open(frame, sense)) {
                    case Opened.Clear<FullFrame>(var plain) -> {
                        if (plain.retry() && !key.open(frame).equals(new Opened.Clear<>(plain))) {
                            mended.add(plain);
                        }
                        speaker.says(plain);
                    }
                    case Opened.Noise<FullFrame> _ -> noise.add(frame);
                }
            }
        }
        if (name.equals("rsaenc-loss-rsa-only")) {
            assertThat(noise)
                    .as("what the called Asterisk answers to frames it misread")
                    .isNotEmpty()
                    .allMatch(frame -> frame.source().value() == 333);
            assertThat(mended).as("repetitions that Asterisk spoilt").hasSizeGreaterThan(60);
            assertThat(mended.stream().map(RecordingsTest::line).distinct())
                    .contains(
                            "12384->333R ts=418 o=2 i=4 DTMF_BEGIN '1'",
                            "12384->333R ts=421 o=3 i=4 DTMF_END '1'");
        } else {
            assertThat(noise).isEmpty();
            assertThat(mended).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void nothingMakesSenseUnderAnotherKey(String name) {
        var wrong = Cipher.of(Bytes.hex("000102030405060708090a0b0c0d0e0f"));
        var keys = new Inward(List.of(wrong));
        var packets = Captures.packets(name);
        var sense = new Sense(SeqNo.ZERO, SeqNo.ZERO, 1_000_000);
        for (int i = afterTheQuestion(packets); i < packets.size(); i++) {
            var frame = Captures.fullFrame(packets.get(i));
            if (frame.isPresent()) {
                assertThat(keys.open(frame.get(), sense)).isInstanceOf(Opened.Noise.class);
            }
        }
        assertThat(keys.isCertain()).isFalse();
    }

    /// Both sides' own keys: what each says opens with its own secret.
    @Test
    void wrongSecretsAreTwoKeys() throws MalformedFrame {
        var caller =
                Cipher.from(
                        Bytes.utf8("133049189"), new dev.keyline.iax.auth.Secret("other-secret"));
        var callee =
                Cipher.from(
                        Bytes.utf8("133049189"), new dev.keyline.iax.auth.Secret("enc-secret-1"));
        var packets = Captures.packets("rsaenc-wrong-secret");
        int readable = 0;
        int start = afterTheQuestion(packets);
        var calling = packets.getFirst().from();
        for (var packet : packets.subList(start, packets.size())) {
            var sealed = Captures.fullFrame(packet).orElseThrow();
            var key = packet.from().equals(calling) ? caller : callee;
            if (key.open(sealed) instanceof Opened.Clear<FullFrame>(var plain)
                    && plain.body().is(FrameType.IAX)
                    && IaxCommand.of(plain.body().value()) != null) {
                readable++;
            }
        }
        assertThat(readable).isGreaterThan((packets.size() - start) * 3 / 4);
    }

    private static final class End {
        private final Inward keys;
        private SeqNo next = SeqNo.ZERO;

        End(String recording) {
            keys = new Inward(List.of(Recordings.key(recording)));
        }

        void says(FullFrame frame) throws MalformedFrame {
            var message = Message.read(frame.body());
            var command = IaxCommand.of(frame.body().value());
            boolean numbered =
                    !frame.body().is(FrameType.IAX) || (command != null && command.isNumbered());
            if (numbered && (byte) frame.sent().since(next) >= 0) {
                next = frame.sent().next();
            }
            if (message instanceof RotateKey(var octets)) {
                keys.turn(Cipher.of(octets));
            }
        }
    }

    private static void turn(FullFrame plain, Packet packet, Map<PeerEnd, Cipher> keys)
            throws MalformedFrame {
        if (Message.read(plain.body()) instanceof RotateKey(var octets)) {
            keys.put(packet.from(), Cipher.of(octets));
        }
    }

    private static <F extends Frame> F clear(Opened<F> opened) {
        return switch (opened) {
            case Opened.Clear<F>(var frame) -> frame;
            case Opened.Noise<F>(var flaw) -> throw new AssertionError(flaw);
        };
    }

    /// The frame after AUTHREQ.
    private static int afterTheQuestion(List<Packet> packets) {
        for (int i = 0; i < packets.size(); i++) {
            var frame = Captures.fullFrame(packets.get(i));
            if (frame.isPresent()
                    && frame.get().body().is(FrameType.IAX)
                    && frame.get().body().value() == IaxCommand.AUTHREQ.number()) {
                return i + 1;
            }
        }
        throw new AssertionError("no AUTHREQ");
    }

    private static String pad(byte[] sealed, Frame plain) {
        return " pad=" + (sealed.length - plain.encode().length);
    }

    private static String line(MiniFrame mini) {
        return mini.source() + " ts=" + mini.timestamp() + " mini " + mini.payload().length();
    }

    private static String line(FullFrame full) {
        return "%s->%s%s ts=%s o=%s i=%s %s"
                .formatted(
                        full.source(),
                        full.destination(),
                        full.retry() ? "R" : "",
                        Integer.toUnsignedString(full.timestamp()),
                        full.sent(),
                        full.expected(),
                        kind(full));
    }

    private static String kind(FullFrame full) {
        var body = full.body();
        var type = FrameType.of(body.type());
        if (type == null) {
            return body.type() + " " + body.subclass();
        }
        return switch (type) {
            case IAX -> "IAX " + IaxCommand.of(body.value());
            case CONTROL -> body.value() == 4 ? "CONTROL ANSWER" : "CONTROL " + body.value();
            case DTMF_BEGIN, DTMF_END -> type + " '" + (char) body.value() + "'";
            default -> type + " " + body.value();
        };
    }
}

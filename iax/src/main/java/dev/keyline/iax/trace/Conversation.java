package dev.keyline.iax.trace;

import dev.keyline.iax.cipher.Sense;
import dev.keyline.iax.message.AuthRequest;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.RegisterAuth;
import dev.keyline.iax.message.RotateKey;
import dev.keyline.iax.message.Unknown;
import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.MiniFrame;
import dev.keyline.iax.wire.SeqNo;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the story remembers of one call or registration.
final class Conversation {
    private static final int AES_BLOCK = 16;
    private static final int CLEAR_OF_FULL = 4;
    private static final int CLEAR_OF_MINI = 2;
    private static final int MEMORY = 512;

    /// A numbered frame that was said already.
    private record Said(PeerEnd by, SeqNo number, int timestamp, Body body) {}

    private final Map<CallNumber, Bytes> challenges = new HashMap<>();
    private final Set<Said> said = Collections.newSetFromMap(limited());
    private final Map<PeerEnd, VoiceWatch> voices = new HashMap<>();
    private final Map<PeerEnd, SeqNo> next = new HashMap<>();
    private final Secrets secrets;
    private final long begun;
    private Optional<Deciphering> deciphering = Optional.empty();
    private boolean mayEncrypt;
    private boolean encrypted;

    /// @param begun when its first frame passed, in nanoseconds
    Conversation(Secrets secrets, long begun) {
        this.secrets = secrets;
        this.begun = begun;
    }

    /// The voice of one side.
    VoiceWatch voice(PeerEnd of) {
        return voices.computeIfAbsent(of, _ -> new VoiceWatch());
    }

    /// A full frame as it was before it was encrypted; empty when no known secret opens it.
    Optional<FullFrame> open(PeerEnd from, PeerEnd to, FullFrame sealed, long nanos) {
        var sense =
                new Sense(
                        next.getOrDefault(from, SeqNo.ZERO),
                        next.getOrDefault(to, SeqNo.ZERO),
                        (int) ((nanos - begun) / 1_000_000));
        return deciphering.flatMap(it -> it.open(from, sealed, sense));
    }

    /// The same of voice.
    Optional<MiniFrame> open(PeerEnd from, MiniFrame sealed, long nanos) {
        return deciphering.flatMap(it -> it.open(from, sealed, voice(from), nanos));
    }

    /// Whether the reader has secrets to try.
    boolean canDecipher() {
        return deciphering.filter(Deciphering::isPossible).isPresent();
    }

    /// Takes note of the number of a frame.
    ///
    /// @return how many before it were never seen
    int missedBefore(PeerEnd by, FullFrame frame) {
        if (!isNumbered(frame.body())) {
            return 0;
        }
        var expected = next.get(by);
        int ahead = expected == null ? 0 : (byte) frame.sent().since(expected);
        if (expected == null || ahead >= 0) {
            next.put(by, frame.sent().next());
        }
        return Math.max(0, ahead);
    }

    private static <K> Map<K, Boolean> limited() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Boolean> eldest) {
                return size() > MEMORY;
            }
        };
    }

    /// The challenge that the side with this number sent.
    Optional<Bytes> challengeOf(CallNumber number) {
        return Optional.ofNullable(challenges.get(number));
    }

    boolean wasSaid(PeerEnd by, FullFrame frame) {
        return said.contains(new Said(by, frame.sent(), frame.timestamp(), frame.body()));
    }

    /// Remembers a frame, and tells whether it was said before: the same number, stamp and content.
    boolean isRepetition(PeerEnd by, FullFrame frame) {
        return isNumbered(frame.body())
                && !said.add(new Said(by, frame.sent(), frame.timestamp(), frame.body()));
    }

    private static boolean isNumbered(Body body) {
        var command = IaxCommand.of(body.value());
        return !body.is(FrameType.IAX) || command == null || command.isNumbered();
    }

    /// Takes from a clear message what later ones need to be understood.
    void note(PeerEnd by, CallNumber source, Message message) {
        switch (message) {
            case AuthRequest it -> {
                note(source, Optional.ofNullable(it.challenge()));
                if (it.encryption() != 0) {
                    mayEncrypt = true;
                    begin(it.challenge());
                }
            }
            case RotateKey it -> deciphering.ifPresent(d -> d.turn(by, it));
            case RegisterAuth it -> note(source, Optional.ofNullable(it.challenge()));
            default -> {}
        }
    }

    private void begin(@Nullable Bytes challenge) {
        if (challenge != null && deciphering.isEmpty()) {
            deciphering = Optional.of(new Deciphering(challenge, secrets));
        }
    }

    private void note(CallNumber source, Optional<Bytes> challenge) {
        challenge.ifPresent(octets -> challenges.put(source, octets));
    }

    /// Whether a full frame is encrypted: encryption was asked for, its length is that of whole AES
    /// blocks behind the clear beginning, and it does not read as a message. The last is needed
    /// because the asking side goes on in clear until it has seen the answer.
    boolean isEncrypted(FullFrame frame) {
        boolean sealed = mayEncrypt && isSealed(hidden(frame)) && !isReadable(frame);
        encrypted |= sealed;
        return sealed;
    }

    /// How many octets of a full frame encryption hides: all but the call numbers.
    static int hidden(FullFrame frame) {
        return FullFrame.HEADER + frame.body().data().length() - CLEAR_OF_FULL;
    }

    /// Mini frames do not tell; they are encrypted once a full frame was.
    boolean isEncryptedVoice(Bytes payload) {
        return encrypted && isSealed(payload.length() + CLEAR_OF_MINI);
    }

    /// The padding adds 16 to 31 octets, so that at least two blocks stand behind the clear part.
    private static boolean isSealed(int octets) {
        return octets >= 2 * AES_BLOCK && octets % AES_BLOCK == 0;
    }

    /// Noise hardly ever has a known command, elements that end in the right place, and an early
    /// timestamp at once.
    private static boolean isReadable(FullFrame frame) {
        try {
            boolean early = frame.timestamp() >= 0 && frame.timestamp() < 3_600_000;
            return early
                    && frame.body().is(FrameType.IAX)
                    && !(Message.read(frame.body()) instanceof Unknown);
        } catch (MalformedFrame noise) {
            return false;
        }
    }
}

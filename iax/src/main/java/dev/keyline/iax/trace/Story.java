package dev.keyline.iax.trace;

import dev.keyline.iax.message.AuthReply;
import dev.keyline.iax.message.AuthResult;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.RegisterRelease;
import dev.keyline.iax.message.RegisterRequest;
import dev.keyline.iax.message.Vnak;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.MiniFrame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Follows calls through a stream of packets and says what each packet adds: which challenge an
/// answer belongs to and whose key signed it, what was sent again, what arrived twice, what is
/// encrypted. It remembers the last few thousand calls, so it can run for ever.
///
/// Not thread-safe.
public final class Story {
    private static final int MEMORY = 8192;

    private final SignatureCheck keys;
    private final Map<Party, Conversation> conversations =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Party, Conversation> eldest) {
                    return size() > MEMORY;
                }
            };
    private Optional<Long> start = Optional.empty();

    /// A story that has not begun.
    ///
    /// @param keys who could have signed; [SignatureCheck#NONE] leaves signatures unchecked
    public Story(SignatureCheck keys) {
        this.keys = keys;
    }

    /// The whole story of a capture.
    public static List<Told> of(List<Packet> packets, SignatureCheck keys) {
        var story = new Story(keys);
        return packets.stream().map(story::tell).toList();
    }

    /// Tells the next packet. Times count from the first one.
    public Told tell(Packet packet) {
        try {
            var frame = Frame.parse(packet.payload().toArray());
            return tell(packet.nanos(), packet.from(), packet.to(), frame);
        } catch (MalformedFrame notIax) {
            return new Told(
                    sinceStart(packet.nanos()),
                    packet.from(),
                    packet.to(),
                    Optional.empty(),
                    "not IAX2: " + notIax.getMessage(),
                    List.of());
        }
    }

    /// Tells the next frame, for who has it parsed already.
    ///
    /// @param nanos by any clock, the same for all frames
    public Told tell(long nanos, PeerEnd from, PeerEnd to, Frame frame) {
        long since = sinceStart(nanos);
        return frame instanceof FullFrame full
                ? tellFull(since, from, to, full)
                : new Told(since, from, to, Optional.of(frame), media(from, to, frame), List.of());
    }

    private long sinceStart(long nanos) {
        if (start.isEmpty()) {
            start = Optional.of(nanos);
        }
        return nanos - start.get();
    }

    private String media(PeerEnd from, PeerEnd to, Frame frame) {
        if (frame instanceof MiniFrame(CallNumber source, int _, var payload)) {
            var conversation = conversations.get(new Party(from, to, source));
            if (conversation != null && conversation.isEncryptedVoice(payload)) {
                return "encrypted voice, " + Words.octets(payload);
            }
        }
        return Line.words(frame);
    }

    private Told tellFull(long since, PeerEnd from, PeerEnd to, FullFrame frame) {
        var conversation = conversation(from, to, frame);
        var remarks = new ArrayList<String>();
        if (frame.retry()) {
            remarks.add("sent again");
        }
        boolean encrypted = conversation.isEncrypted(frame);
        if (!encrypted) {
            remark(conversation, from, frame, remarks);
        }
        var words =
                encrypted
                        ? "encrypted, " + Conversation.hidden(frame) + " octets"
                        : Words.of(frame.body());
        return new Told(since, from, to, Optional.of(frame), words, remarks);
    }

    private void remark(
            Conversation conversation, PeerEnd from, FullFrame frame, List<String> remarks) {
        if (conversation.isRepetition(from, frame) && !frame.retry()) {
            remarks.add("duplicate");
        }
        try {
            var message = Message.read(frame.body());
            conversation.note(frame.source(), message);
            if (message instanceof Vnak) {
                remarks.add("wants " + frame.expected() + " and what follows again");
            }
            signature(message)
                    .flatMap(rsa -> signer(conversation, frame.destination(), rsa))
                    .ifPresent(remarks::add);
        } catch (MalformedFrame saidInTheWords) {
            remarks.add("a receiver drops it");
        }
    }

    private static Optional<AuthResult.Rsa> signature(Message message) {
        var result =
                switch (message) {
                    case AuthReply(AuthResult it) -> it;
                    case RegisterRequest it -> it.result();
                    case RegisterRelease it -> it.result();
                    default -> new AuthResult.None();
                };
        return result instanceof AuthResult.Rsa rsa ? Optional.of(rsa) : Optional.empty();
    }

    private Optional<String> signer(
            Conversation conversation, CallNumber challenger, AuthResult.Rsa rsa) {
        if (keys.equals(SignatureCheck.NONE)) {
            return Optional.empty();
        }
        return Optional.of(
                conversation
                        .challengeOf(challenger)
                        .map(
                                challenge ->
                                        keys.whoSigned(challenge, rsa.base64())
                                                .map(name -> "signed by " + name)
                                                .orElse("signed by no known key"))
                        .orElse("signed, but the challenge was not seen"));
    }

    private Conversation conversation(PeerEnd from, PeerEnd to, FullFrame frame) {
        var sender = new Party(from, to, frame.source());
        var receiver = new Party(to, from, frame.destination());
        var known = known(sender, receiver);
        boolean anew = frame.destination().isNone() && !frame.retry();
        var conversation =
                known.filter(it -> !anew || it.wasSaid(from, frame)).orElseGet(Conversation::new);
        remember(sender, conversation);
        remember(receiver, conversation);
        return conversation;
    }

    private Optional<Conversation> known(Party sender, Party receiver) {
        return Optional.ofNullable(conversations.get(sender))
                .or(() -> Optional.ofNullable(conversations.get(receiver)));
    }

    /// Answers without state all come from the same number, so that one belongs to no call.
    private void remember(Party party, Conversation conversation) {
        if (!party.number().isNone() && !party.number().equals(CallNumber.STATELESS)) {
            conversations.put(party, conversation);
        }
    }
}

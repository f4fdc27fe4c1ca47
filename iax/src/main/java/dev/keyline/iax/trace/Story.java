package dev.keyline.iax.trace;

import dev.keyline.iax.message.AuthReply;
import dev.keyline.iax.message.AuthResult;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.RegisterRelease;
import dev.keyline.iax.message.RegisterRequest;
import dev.keyline.iax.message.Vnak;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.MetaFrame;
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
    private final Secrets secrets;
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
        this(keys, Secrets.NONE);
    }

    /// A story for a reader who knows secrets as well.
    public Story(SignatureCheck keys, Secrets secrets) {
        this.keys = keys;
        this.secrets = secrets;
    }

    /// The whole story of a capture.
    public static List<Told> of(List<Packet> packets, SignatureCheck keys) {
        return of(packets, keys, Secrets.NONE);
    }

    /// The same for a reader who knows secrets.
    public static List<Told> of(List<Packet> packets, SignatureCheck keys, Secrets secrets) {
        var story = new Story(keys, secrets);
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
        return switch (frame) {
            case FullFrame full -> tellFull(since, from, to, full);
            case MiniFrame mini -> tellVoice(since, from, to, mini);
            case MetaFrame _ ->
                    new Told(since, from, to, Optional.of(frame), Line.words(frame), List.of());
        };
    }

    private long sinceStart(long nanos) {
        if (start.isEmpty()) {
            start = Optional.of(nanos);
        }
        return nanos - start.get();
    }

    private Told tellVoice(long since, PeerEnd from, PeerEnd to, MiniFrame frame) {
        var conversation = conversations.get(new Party(from, to, frame.source()));
        if (conversation == null) {
            return new Told(since, from, to, Optional.of(frame), Line.words(frame), List.of());
        }
        boolean encrypted = conversation.isEncryptedVoice(frame.payload());
        var plain = encrypted ? conversation.open(from, frame, since) : Optional.of(frame);
        var remarks =
                plain.map(it -> conversation.voice(from).mini(it.timestamp(), since))
                        .orElse(List.of());
        var words =
                plain.map(Line::words).orElse("encrypted voice, " + Words.octets(frame.payload()));
        return new Told(since, from, to, Optional.of(plain.orElse(frame)), words, remarks);
    }

    private Told tellFull(long since, PeerEnd from, PeerEnd to, FullFrame frame) {
        var conversation = conversation(since, from, to, frame);
        var remarks = new ArrayList<String>();
        boolean encrypted = conversation.isEncrypted(frame);
        var plain = encrypted ? conversation.open(from, to, frame, since) : Optional.of(frame);
        if (frame.retry()) {
            remarks.add("sent again");
        }
        if (encrypted) {
            seal(conversation, plain, remarks);
        }
        plain.ifPresent(it -> remark(conversation, from, since, it, remarks));
        var words =
                plain.map(it -> Words.of(it.body()))
                        .orElse("encrypted, " + Conversation.hidden(frame) + " octets");
        return new Told(since, from, to, Optional.of(plain.orElse(frame)), words, remarks);
    }

    private static void seal(
            Conversation conversation, Optional<FullFrame> plain, List<String> remarks) {
        if (plain.isPresent()) {
            remarks.add("deciphered");
        } else if (conversation.canDecipher()) {
            remarks.add("no known secret opens it");
        }
    }

    private void remark(
            Conversation conversation,
            PeerEnd from,
            long since,
            FullFrame frame,
            List<String> remarks) {
        if (conversation.isRepetition(from, frame) && !frame.retry()) {
            remarks.add("duplicate");
        }
        int missed = conversation.missedBefore(from, frame);
        if (missed > 0) {
            remarks.add(
                    missed == 1 ? "one before it is missing" : missed + " before it are missing");
        }
        if (frame.body().is(FrameType.VOICE) && !frame.retry()) {
            remarks.addAll(conversation.voice(from).full(frame.timestamp(), since));
        }
        try {
            var message = Message.read(frame.body());
            conversation.note(from, frame.source(), message);
            if (message instanceof Vnak) {
                remarks.add("wants " + frame.expected() + " and what follows again");
            }
            proof(conversation, frame.destination(), answer(message)).ifPresent(remarks::add);
        } catch (MalformedFrame saidInTheWords) {
            remarks.add("a receiver drops it");
        }
    }

    private static AuthResult answer(Message message) {
        return switch (message) {
            case AuthReply(AuthResult it) -> it;
            case RegisterRequest it -> it.result();
            case RegisterRelease it -> it.result();
            default -> new AuthResult.None();
        };
    }

    /// Who made an answer, as far as the reader has what it takes to know.
    private Optional<String> proof(
            Conversation conversation, CallNumber challenger, AuthResult answer) {
        var challenge = conversation.challengeOf(challenger);
        return switch (answer) {
            case AuthResult.Rsa(var base64) when !keys.equals(SignatureCheck.NONE) ->
                    Optional.of(
                            challenge
                                    .map(
                                            text ->
                                                    keys.whoSigned(text, base64)
                                                            .map(name -> "signed by " + name)
                                                            .orElse("signed by no known key"))
                                    .orElse("signed, but the challenge was not seen"));
            case AuthResult.Md5(var hex) when !secrets.isEmpty() ->
                    Optional.of(
                            challenge
                                    .map(
                                            text ->
                                                    secrets.whoAnswered(text, hex)
                                                            .map(name -> "by the secret of " + name)
                                                            .orElse("by no known secret"))
                                    .orElse("MD5, but the challenge was not seen"));
            case AuthResult.Password(var text) when !secrets.isEmpty() ->
                    Optional.of(
                            secrets.whose(text)
                                    .map(name -> "the secret of " + name)
                                    .orElse("no known secret"));
            default -> Optional.empty();
        };
    }

    private Conversation conversation(long since, PeerEnd from, PeerEnd to, FullFrame frame) {
        var sender = new Party(from, to, frame.source());
        var receiver = new Party(to, from, frame.destination());
        var known = known(sender, receiver);
        boolean anew = frame.destination().isNone() && !frame.retry();
        var conversation =
                known.filter(it -> !anew || it.wasSaid(from, frame))
                        .orElseGet(() -> new Conversation(secrets, since));
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

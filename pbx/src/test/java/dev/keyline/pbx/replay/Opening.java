package dev.keyline.pbx.replay;

import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.cipher.Cipher;
import dev.keyline.iax.cipher.Inward;
import dev.keyline.iax.cipher.Opened;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.RotateKey;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.MiniFrame;
import dev.keyline.iax.wire.PeerAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Opens the frames of one encrypted call, from the question that announces it on.
final class Opening {
    /// No recording is longer, in milliseconds.
    private static final int LONGEST = 700_000;

    private final Map<PeerAddress, Inward> keys = new HashMap<>();
    private final Map<PeerAddress, Secret> secrets = new HashMap<>();
    private Bytes challenge = Bytes.EMPTY;

    Frame open(PeerAddress from, Frame frame) throws MalformedFrame {
        return switch (frame) {
            case MiniFrame mini when keys.containsKey(from) ->
                    keys.get(from).open(mini, _ -> true) instanceof Opened.Clear<MiniFrame>(var f)
                            ? f
                            : frame;
            case FullFrame full when !challenge.isEmpty() -> full(from, full);
            case FullFrame full -> {
                notice(full);
                yield full;
            }
            default -> frame;
        };
    }

    private void notice(FullFrame full) {
        if (Kinds.of(full).equals("AUTHREQ")
                && Kinds.value(full, ElementId.ENCRYPTION).isPresent()) {
            challenge = Kinds.value(full, ElementId.CHALLENGE).orElseThrow();
        }
    }

    private Frame full(PeerAddress from, FullFrame full) throws MalformedFrame {
        if (!keys.containsKey(from)) {
            for (var secret : Answers.SECRETS) {
                var key = Cipher.from(challenge, secret);
                if (new Inward(List.of(key)).open(full, Opening::makesSense)
                        instanceof Opened.Clear<FullFrame>) {
                    keys.put(from, new Inward(List.of(key)));
                    secrets.put(from, secret);
                    break;
                }
            }
        }
        return keys.containsKey(from) ? opened(keys.get(from), full) : full;
    }

    private static Frame opened(Inward key, FullFrame full) throws MalformedFrame {
        if (key.open(full, Opening::makesSense) instanceof Opened.Clear<FullFrame>(var plain)) {
            if (Message.read(plain.body()) instanceof RotateKey(var octets)) {
                key.turn(Cipher.of(octets));
            }
            return plain;
        }
        return full;
    }

    static boolean makesSense(FullFrame frame) {
        var body = frame.body();
        boolean known =
                body.is(FrameType.IAX)
                        ? IaxCommand.of(body.value()) != null
                        : FrameType.of(body.type()) != null;
        return known && frame.timestamp() >= 0 && frame.timestamp() < LONGEST;
    }

    Map<PeerAddress, Secret> secrets() {
        return secrets;
    }
}

package dev.keyline.tools.capture;

import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.New;
import dev.keyline.iax.message.RegisterRelease;
import dev.keyline.iax.message.RegisterRequest;
import dev.keyline.iax.trace.PeerEnd;
import dev.keyline.iax.trace.Secrets;
import dev.keyline.iax.trace.SignatureCheck;
import dev.keyline.iax.trace.Told;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.MetaFrame;
import dev.keyline.iax.wire.MiniFrame;
import dev.keyline.iax.wire.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gathers the lines of a story into the calls and registrations they belong to.
///
/// Not thread-safe.
public final class Exchanges {
    private record Side(PeerEnd from, PeerEnd to, CallNumber number) {}

    private final SignatureCheck keys;
    private final Secrets secrets;
    private final Map<Side, Matter> bySide = new HashMap<>();
    private final List<Matter> all = new ArrayList<>();

    /// @param keys who could have signed
    public Exchanges(SignatureCheck keys) {
        this(keys, Secrets.NONE);
    }

    /// @param keys who could have signed
    /// @param secrets that could have made MD5 answers
    public Exchanges(SignatureCheck keys, Secrets secrets) {
        this.keys = keys;
        this.secrets = secrets;
    }

    /// In the order in which they began.
    public List<Matter> all() {
        return List.copyOf(all);
    }

    /// Takes the next line.
    ///
    /// @return what it belongs to; empty for what belongs to nothing, or to many
    public Optional<Matter> hear(Told told) {
        if (told.frame().isEmpty()) {
            return Optional.empty();
        }
        return told.frame().get() instanceof FullFrame full
                ? hear(told, full)
                : hearMedia(told, told.frame().get());
    }

    private Optional<Matter> hearMedia(Told told, Frame frame) {
        Optional<Matter> last = Optional.empty();
        for (var number : speakers(frame)) {
            last = Optional.ofNullable(bySide.get(new Side(told.from(), told.to(), number)));
            last.ifPresent(matter -> matter.hearVoice(told));
        }
        return frame instanceof MiniFrame ? last : Optional.empty();
    }

    private static List<CallNumber> speakers(Frame frame) {
        return switch (frame) {
            case MiniFrame mini -> List.of(mini.source());
            case MetaFrame.Trunk trunk when trunk.kind() <= 1 -> entries(trunk);
            case MetaFrame _, FullFrame _ -> List.of();
        };
    }

    /// The numbers in a trunk envelope (RFC 5456 §8.1.3.2); before the length of each entry, or
    /// behind it where entries have a timestamp.
    private static List<CallNumber> entries(MetaFrame.Trunk trunk) {
        var numbers = new ArrayList<CallNumber>();
        var in = new Reader(trunk.entries());
        try {
            while (in.left() > 0) {
                int first = in.u16();
                int second = in.u16();
                boolean stamped = trunk.kind() == 1;
                in.bytes(stamped ? first + 2 : second);
                numbers.add(new CallNumber((stamped ? second : first) & CallNumber.MAX));
            }
        } catch (MalformedFrame overrun) {
            return numbers;
        }
        return numbers;
    }

    private Optional<Matter> hear(Told told, FullFrame frame) {
        var message = message(told, frame);
        var sender = new Side(told.from(), told.to(), frame.source());
        var receiver = new Side(told.to(), told.from(), frame.destination());
        var known =
                Optional.ofNullable(bySide.get(sender))
                        .or(() -> Optional.ofNullable(bySide.get(receiver)))
                        .filter(it -> !(it.isOver() && begins(frame, message)));
        var matter = known.or(() -> begin(told, frame, message));
        matter.ifPresent(it -> enter(it, told, frame, message, sender));
        return matter;
    }

    private void enter(
            Matter matter, Told told, FullFrame frame, Optional<Message> message, Side sender) {
        if (!frame.source().equals(CallNumber.STATELESS)) {
            bySide.put(sender, matter);
        }
        matter.hear(told, message);
    }

    private Optional<Matter> begin(Told told, FullFrame frame, Optional<Message> message) {
        if (!begins(frame, message)) {
            return Optional.empty();
        }
        var matter = new Matter(told, message.orElseThrow(), keys, secrets);
        all.add(matter);
        return Optional.of(matter);
    }

    private static boolean begins(FullFrame frame, Optional<Message> message) {
        return frame.destination().isNone()
                && message.filter(
                                it ->
                                        it instanceof New
                                                || it instanceof RegisterRequest
                                                || it instanceof RegisterRelease)
                        .isPresent();
    }

    private static Optional<Message> message(Told told, FullFrame frame) {
        try {
            return told.words().startsWith("encrypted")
                    ? Optional.empty()
                    : Optional.of(Message.read(frame.body()));
        } catch (MalformedFrame saidInItsLine) {
            return Optional.empty();
        }
    }
}

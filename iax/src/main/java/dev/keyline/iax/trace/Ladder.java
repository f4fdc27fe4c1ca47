package dev.keyline.iax.trace;

import dev.keyline.iax.wire.Frame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Draws packets as arrows between columns, one line at a time, so that it can run beside a live
/// call. Media that may get lost is counted, not drawn: "… 49 voice frames".
///
/// ```
///           alice                                             bob
///     0.000   │ NEW to 600, as alice, token shown ─────────────▶│
///     0.001   │◀──────── AUTHREQ alice by rsa, challenge 417228 │
/// ```
///
/// Not thread-safe.
public final class Ladder {
    private static final int TIME = 9;
    private static final int TWO_APART = 72;
    private static final int MORE_APART = 48;

    /// A column: an end of the conversation and what to call it.
    public record Lane(String title, PeerEnd end) {}

    private record Way(PeerEnd from, PeerEnd to) {}

    private record Media(Way way, String kind) {}

    private final List<Lane> lanes;
    private final int apart;
    private final Story story;
    private final Map<Media, Integer> folded = new LinkedHashMap<>();
    private final Map<Media, Integer> odd = new LinkedHashMap<>();
    private long lastFolded;

    /// An empty ladder.
    ///
    /// @param lanes two or more, from left to right
    /// @param keys who could have signed, see [Story]
    public Ladder(List<Lane> lanes, SignatureCheck keys) {
        this(lanes, keys, Secrets.NONE);
    }

    /// An empty ladder for who knows secrets as well.
    public Ladder(List<Lane> lanes, SignatureCheck keys, Secrets secrets) {
        if (lanes.size() < 2) {
            throw new IllegalArgumentException("a ladder has two columns at least");
        }
        this.lanes = List.copyOf(lanes);
        this.apart = lanes.size() == 2 ? TWO_APART : MORE_APART;
        this.story = new Story(keys, secrets);
    }

    /// A ladder for whoever speaks in a capture, in the order in which they appear.
    public static List<String> of(List<Packet> packets, SignatureCheck keys) {
        return of(packets, keys, Secrets.NONE);
    }

    /// The same for who knows secrets.
    public static List<String> of(List<Packet> packets, SignatureCheck keys, Secrets secrets) {
        var ends =
                packets.stream()
                        .<PeerEnd>mapMulti(
                                (packet, add) -> {
                                    add.accept(packet.from());
                                    add.accept(packet.to());
                                })
                        .distinct()
                        .map(end -> new Lane(end.toString(), end))
                        .toList();
        if (ends.size() < 2) {
            return List.of();
        }
        var ladder = new Ladder(ends, keys, secrets);
        var lines = new ArrayList<>(List.of(ladder.header()));
        packets.forEach(packet -> lines.addAll(ladder.add(packet)));
        lines.addAll(ladder.end());
        return lines;
    }

    /// The titles above the columns.
    public String header() {
        var line = new Canvas(width());
        for (int i = 0; i < lanes.size(); i++) {
            line.centre(column(i), lanes.get(i).title());
        }
        return line.toString();
    }

    /// Draws the next packet; no line if it is counted for later.
    public List<String> add(Packet packet) {
        return draw(story.tell(packet));
    }

    /// Draws the next frame.
    ///
    /// @param nanos by any clock, the same for all frames
    public List<String> add(long nanos, PeerEnd from, PeerEnd to, Frame frame) {
        return draw(story.tell(nanos, from, to, frame));
    }

    /// Draws what was counted and not yet told.
    public List<String> end() {
        var lines = new ArrayList<String>();
        folded.forEach(
                (media, count) ->
                        lines.add(
                                arrow(
                                        lastFolded,
                                        media.way(),
                                        "… " + frames(media, count) + oddly(media))));
        folded.clear();
        odd.clear();
        return lines;
    }

    private static String frames(Media media, int count) {
        return count + " " + media.kind() + (count == 1 ? " frame" : " frames");
    }

    private String oddly(Media media) {
        return odd.containsKey(media) ? ", " + odd.get(media) + " late or after a gap" : "";
    }

    private List<String> draw(Told told) {
        var way = new Way(told.from(), told.to());
        if (told.media().isPresent()) {
            folded.merge(new Media(way, told.media().get()), 1, Integer::sum);
            if (!told.remarks().isEmpty()) {
                odd.merge(new Media(way, told.media().get()), 1, Integer::sum);
            }
            lastFolded = told.nanos();
            return List.of();
        }
        var lines = end();
        lines.add(arrow(told.nanos(), way, told.text()));
        return lines;
    }

    private String arrow(long nanos, Way way, String text) {
        int from = lane(way.from());
        int to = lane(way.to());
        var line = new Canvas(width());
        line.right(TIME, Told.seconds(nanos));
        for (int i = 0; i < lanes.size(); i++) {
            line.put(column(i), "│");
        }
        if (from < 0 || to < 0 || from == to) {
            return line + "  " + way.from() + " > " + way.to() + "  " + text;
        }
        line.arrow(column(from), column(to), text);
        return line.toString();
    }

    private int lane(PeerEnd end) {
        for (int i = 0; i < lanes.size(); i++) {
            if (lanes.get(i).end().equals(end)) {
                return i;
            }
        }
        return -1;
    }

    private int column(int lane) {
        return TIME + 6 + lane * apart;
    }

    private int width() {
        return column(lanes.size() - 1) + 1;
    }
}

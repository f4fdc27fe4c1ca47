package dev.keyline.iax.trace;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.Writer;
import java.util.ArrayList;
import java.util.List;

/// Captures in the classic pcap format, as octets: what tcpdump writes and Wireshark opens.
///
/// Read: either byte order, microseconds or nanoseconds, and the link types [LinkType] knows.
/// Packets that are not a whole UDP datagram (other protocols, fragments, cut ones) are passed
/// over. Written: big-endian, nanoseconds, bare IP packets.
public final class Pcap {
    static final int HEADER = 24;
    private static final int RECORD_HEADER = 16;
    private static final int MICROS = 0xA1B2C3D4;
    private static final int NANOS = 0xA1B23C4D;
    private static final int PCAPNG = 0x0A0D0D0A;
    private static final int MAX_RECORD = 0x40000;
    private static final long SECOND = 1_000_000_000L;

    private Pcap() {}

    /// The UDP datagrams of a capture, in file order.
    ///
    /// @throws MalformedCapture with one reason, for a person, if this is no capture, one of a kind
    ///   not read here, or damaged
    public static List<Packet> read(byte[] file) throws MalformedCapture {
        if (file.length < HEADER) {
            throw new MalformedCapture(
                    "not a capture: " + file.length + " octets, the header alone has " + HEADER);
        }
        var layout = Layout.of(file);
        var packets = new ArrayList<Packet>();
        int at = HEADER;
        for (int number = 1; at < file.length; number++) {
            at = readRecord(file, at, number, layout, packets);
        }
        return List.copyOf(packets);
    }

    private static int readRecord(byte[] file, int at, int number, Layout layout, List<Packet> into)
            throws MalformedCapture {
        if (file.length - at < RECORD_HEADER) {
            throw cutOff(number, at);
        }
        int length = layout.u32(file, at + 8);
        if (length < 0 || length > MAX_RECORD) {
            throw new MalformedCapture(
                    "packet %d (at octet %d) claims %d octets: the file is damaged"
                            .formatted(number, at, length & 0xFFFFFFFFL));
        }
        int start = at + RECORD_HEADER;
        if (length > file.length - start) {
            throw cutOff(number, at);
        }
        var frame = new Octets(file, start, start + length);
        layout.link().datagram(frame, layout.nanos(file, at)).ifPresent(into::add);
        return start + length;
    }

    private static MalformedCapture cutOff(int number, int at) {
        return new MalformedCapture(
                "the file ends in the middle of packet %d (at octet %d); was the recorder stopped?"
                        .formatted(number, at));
    }

    /// How the numbers of one file are to be read.
    private record Layout(boolean little, boolean nano, LinkType link) {
        static Layout of(byte[] file) throws MalformedCapture {
            for (boolean little : new boolean[] {false, true}) {
                int magic = Octets.u32(file, 0, little);
                if (magic == MICROS || magic == NANOS) {
                    int link = Octets.u32(file, 20, little) & 0x0FFFFFFF;
                    return new Layout(little, magic == NANOS, LinkType.of(link));
                }
            }
            throw new MalformedCapture(
                    Octets.u32(file, 0, false) == PCAPNG
                            ? "a pcapng file; `editcap -F pcap IN OUT` makes a classic one of it"
                            : "not a capture: it does not begin with pcap's magic number");
        }

        int u32(byte[] file, int at) {
            return Octets.u32(file, at, little);
        }

        long nanos(byte[] file, int at) {
            long fraction = u32(file, at + 4) & 0xFFFFFFFFL;
            return (u32(file, at) & 0xFFFFFFFFL) * SECOND + (nano ? fraction : fraction * 1000);
        }
    }

    /// A whole capture.
    public static byte[] write(List<Packet> packets) {
        var out = new Writer().bytes(header());
        packets.forEach(packet -> out.bytes(record(packet)));
        return out.toArray();
    }

    /// How a capture begins; for whoever writes one packet at a time.
    public static Bytes header() {
        return new Writer()
                .i32(NANOS)
                .u16(2)
                .u16(4)
                .i64(0)
                .i32(0xFFFF)
                .i32(LinkType.RAW.number())
                .toBytes();
    }

    /// One packet of a capture, to be added behind [#header] and those before it.
    public static Bytes record(Packet packet) {
        var datagram = Datagram.encode(packet);
        return new Writer()
                .i32((int) (packet.nanos() / SECOND))
                .i32((int) (packet.nanos() % SECOND))
                .i32(datagram.length())
                .i32(datagram.length())
                .bytes(datagram)
                .toBytes();
    }
}

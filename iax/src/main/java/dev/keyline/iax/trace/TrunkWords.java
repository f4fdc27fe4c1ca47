package dev.keyline.iax.trace;

import dev.keyline.iax.trunk.Pieces;
import dev.keyline.iax.wire.MetaFrame;
import java.util.ArrayList;
import java.util.List;

/// The words of an envelope with voice of many calls (RFC 5456 §8.1.3).
final class TrunkWords {
    private TrunkWords() {}

    static String of(MetaFrame.Trunk trunk) {
        var calls = new ArrayList<String>();
        return switch (Pieces.read(trunk, new Calls(calls))) {
            case UNKNOWN_KIND ->
                    "TRUNK of kind " + trunk.kind() + ", " + Words.octets(trunk.entries());
            case WHOLE -> words(calls);
            case CUT_SHORT -> words(calls) + ", then a damaged entry";
        };
    }

    private static String words(List<String> calls) {
        var count = calls.size() == 1 ? "1 call: " : calls.size() + " calls: ";
        return "TRUNK voice of " + count + String.join(", ", calls);
    }

    private record Calls(List<String> numbers) implements Pieces.Taker {
        @Override
        public void bare(int source, byte[] octets, int offset, int length) {
            numbers.add(String.valueOf(source));
        }

        @Override
        public void stamped(int source, int timestamp, byte[] octets, int offset, int length) {
            numbers.add(String.valueOf(source));
        }
    }
}

package dev.keyline.iax.sim;

import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.wire.Bytes;

/// Marks what one end of one call says: who, in which of his lives, in which call.
record Tag(int party, int life, CallId call) {
    private static final int BLOCK = 160;

    String text(int number) {
        return this + " " + number;
    }

    /// A block of voice that bears the tag in clear.
    Bytes block(int number) {
        var octets = new byte[BLOCK];
        var text = Bytes.utf8(text(number) + "\n").toArray();
        System.arraycopy(text, 0, octets, 0, text.length);
        return Bytes.copyOf(octets);
    }

    /// What a block bears; all of it when it bears no tag.
    static String textOf(Bytes block) {
        return block.asText().lines().findFirst().orElse("");
    }

    @Override
    public String toString() {
        return party + "." + life + "." + call.value();
    }
}

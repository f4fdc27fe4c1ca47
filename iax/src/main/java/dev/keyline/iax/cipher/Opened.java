package dev.keyline.iax.cipher;

import dev.keyline.iax.wire.Frame;

/// What became of a sealed frame.
public sealed interface Opened<F extends Frame> {
    /// The frame as it was before it was sealed, provided the key is the right one.
    record Clear<F extends Frame>(F frame) implements Opened<F> {}

    record Noise<F extends Frame>(Flaw flaw) implements Opened<F> {}

    /// What is wrong with it.
    enum Flaw {
        SHORT("too short for a sealed frame; it may have been sent in clear"),
        RAGGED("its sealed part is no multiple of 16 octets"),
        PADDING("its padding is longer than the frame"),
        NONSENSE("what comes out makes no sense; the key is another one");

        private final String words;

        Flaw(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}

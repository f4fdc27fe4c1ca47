package dev.keyline.iax.jitter;

/// Something that plays arrivals evenly.
interface Tried {
    void put(Arrival block, long now);

    long due();

    void play(long now, Playout<Arrival> to);

    /// Ours.
    static Tried ours(JitterSettings settings) {
        var buffer = new JitterBuffer<Arrival>(settings);
        return new Tried() {
            @Override
            public void put(Arrival block, long now) {
                buffer.put(block, block.timestamp(), Arrivals.BLOCK, now);
            }

            @Override
            public long due() {
                return buffer.due();
            }

            @Override
            public void play(long now, Playout<Arrival> to) {
                buffer.play(now, to);
            }
        };
    }
}

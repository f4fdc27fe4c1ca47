package dev.keyline.tools.load;

import dev.keyline.iax.endpoint.Config;
import dev.keyline.iax.endpoint.Limits;
import dev.keyline.iax.trunk.TrunkSettings;

/// How endpoints behave under load: as always, but without the limits that protect an exchange from
/// callers like these.
final class Bearing {
    private static final long SECOND = 1_000_000_000;

    /// All the numbers that a side has towards one address.
    private static final int NUMBERS = 32_766;

    /// Sixty seconds would allow no more than 546 new calls a second from one source.
    private static final long REST = 10 * SECOND;

    private static final Limits LIMITS =
            new Limits(
                    NUMBERS,
                    NUMBERS,
                    NUMBERS,
                    Limits.USUAL.tokenLife(),
                    REST,
                    Integer.MAX_VALUE,
                    Integer.MAX_VALUE,
                    Limits.USUAL.noticesPerSecond(),
                    Limits.USUAL.pingsPerSecond(),
                    Integer.MAX_VALUE,
                    Integer.MAX_VALUE,
                    Limits.USUAL.transfersPerMinute());

    private Bearing() {}

    /// @param ping nanoseconds between PINGs
    static Config of(long ping, TrunkSettings trunk) {
        var usual = Config.USUAL;
        return new Config(
                LIMITS,
                usual.pace(),
                usual.delays(),
                ping,
                usual.lagEvery(),
                trunk,
                usual.registering());
    }
}

package dev.keyline.pbx.command;

import dev.keyline.iax.net.Traffic;
import dev.keyline.keys.ring.KeyRing;
import dev.keyline.keys.ring.Reload;
import dev.keyline.keys.ring.Unlocking;
import dev.keyline.pbx.exchange.Exchange;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;

/// The process around an exchange, as commands see it. Called outside the loop.
public interface Server {
    /// Asks something of the exchange in its loop, and waits for the answer.
    ///
    /// @param question gets the exchange and the time of the loop
    <T> T ask(BiFunction<Exchange, Long, T> question);

    /// The keys as they are now.
    KeyRing ring();

    /// Reads the key directory again.
    Reload reloadKeys();

    /// Tries a passphrase; the array stays the caller's.
    Unlocking unlock(String key, char[] passphrase);

    /// Asks the person at the console for something that is not shown; empty when nobody is there.
    /// The array is the asker's to wipe.
    Optional<char[]> askHidden(String prompt);

    /// Reads the configuration files again.
    ///
    /// @return what could not be done, or an empty text
    String reload();

    /// Ends the process.
    void stop(Ending how);

    /// Ends, and starts anew: files and keys are read again, and the port is opened again.
    void restart(Ending how);

    /// Changes how much the log says.
    void verbose(int level);

    /// Shows the frames of the port in the log, or of one host only, or none.
    void debug(Debug what);

    /// Shows the envelopes of trunks in the log, or not.
    void debugTrunks(boolean on);

    /// What the kernel gave and took.
    Traffic traffic();

    /// How long the process has been running.
    Duration uptime();

    /// What `core show version` says.
    String version();

    /// How a process ends.
    enum Ending {
        /// Calls are hung up.
        NOW,
        /// No more calls are taken; it ends when the last one is over.
        GRACEFULLY,
        /// Calls are taken as ever; it ends as soon as there is none.
        WHEN_CONVENIENT
    }

    /// Which frames are shown.
    sealed interface Debug {
        record Off() implements Debug {}

        record On() implements Debug {}

        /// Those from and to this host.
        record Host(String ip) implements Debug {}
    }
}

package dev.keyline.tools.console;

import dev.keyline.iax.net.Traffic;
import dev.keyline.keys.ring.KeyRing;
import dev.keyline.keys.ring.Reload;
import dev.keyline.keys.ring.Unlocking;
import dev.keyline.pbx.command.Server;
import dev.keyline.pbx.exchange.Exchange;
import dev.keyline.tools.serve.FrameLog;
import dev.keyline.tools.serve.Serving;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntConsumer;

/// The process around a running exchange, for one console.
///
/// @param asks asks the person at the console for something hidden, by its prompt
public record Running(
        Serving serving,
        FrameLog frames,
        String version,
        IntConsumer verbosity,
        Endings endings,
        Function<String, Optional<char[]>> asks)
        implements Server {
    /// How the process ends.
    public interface Endings {
        /// Ends it.
        ///
        /// @param again whether it starts anew then
        void end(Ending how, boolean again);
    }

    @Override
    public <T> T ask(BiFunction<Exchange, Long, T> question) {
        return serving.ask(question);
    }

    @Override
    public Traffic traffic() {
        return serving.traffic();
    }

    @Override
    public KeyRing ring() {
        return serving.keys().ring();
    }

    @Override
    public Reload reloadKeys() {
        return serving.reloadKeys();
    }

    @Override
    public Unlocking unlock(String key, char[] passphrase) {
        return serving.unlock(key, passphrase);
    }

    @Override
    public Optional<char[]> askHidden(String prompt) {
        return asks.apply(prompt);
    }

    @Override
    public String reload() {
        return serving.reload();
    }

    @Override
    public void stop(Ending how) {
        endings.end(how, false);
    }

    @Override
    public void restart(Ending how) {
        endings.end(how, true);
    }

    @Override
    public void debugTrunks(boolean on) {
        frames.showTrunks(on);
    }

    @Override
    public void verbose(int level) {
        verbosity.accept(level);
    }

    @Override
    public void debug(Debug what) {
        frames.show(what);
    }

    @Override
    public Duration uptime() {
        return serving.uptime();
    }
}

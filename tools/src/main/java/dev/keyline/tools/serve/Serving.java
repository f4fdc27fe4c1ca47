package dev.keyline.tools.serve;

import dev.keyline.iax.cipher.Chance;
import dev.keyline.iax.net.Addresses;
import dev.keyline.iax.net.Clock;
import dev.keyline.iax.net.Port;
import dev.keyline.iax.net.PortSettings;
import dev.keyline.iax.net.Tap;
import dev.keyline.iax.net.Traffic;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.keys.ring.Reload;
import dev.keyline.keys.ring.Unlocking;
import dev.keyline.pbx.conf.Problem;
import dev.keyline.pbx.control.ExchangeFiles;
import dev.keyline.pbx.exchange.Configuration;
import dev.keyline.pbx.exchange.Exchange;
import dev.keyline.pbx.ledger.Journal;
import dev.keyline.pbx.line.HeldKeys;
import dev.keyline.pbx.line.SocketRules;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/// An exchange on its port, from the files of a folder.
public final class Serving implements AutoCloseable {
    /// Seconds a console waits for the loop; it has never been this busy.
    private static final int PATIENCE = 10;

    private static final long FAREWELL = TimeUnit.SECONDS.toNanos(3);

    private final Exchange exchange;
    private final Port port;
    private final Configuration.Usable configuration;
    private final ExchangeFiles files;
    private final KeyWatch watch;
    private final boolean asksPasscodes;
    private final Folders folders;
    private final LoginLog loginLog;
    private final Instant started = Instant.now();
    private final AtomicBoolean closed = new AtomicBoolean();

    private Serving(
            Exchange exchange,
            Port port,
            Configuration.Usable configuration,
            ExchangeFiles files,
            KeyWatch watch,
            Folders folders,
            LoginLog loginLog) {
        this.exchange = exchange;
        this.port = port;
        this.configuration = configuration;
        this.files = files;
        this.watch = watch;
        this.asksPasscodes = folders.asksPasscodes();
        this.folders = folders;
        this.loginLog = loginLog;
    }

    /// Reads the files and opens the port. What is odd about the files goes to the journal.
    ///
    /// @param main the `asterisk.conf`
    /// @param ownPort the UDP port, where it is not to be that of `iax.conf`
    /// @param passcodes of locked keys, tried now and whenever a locked key has changed
    /// @throws Unservable when no exchange can run on these files
    /// @throws IOException when the port cannot be opened
    public static Serving open(
            Path main, OptionalInt ownPort, KeptPasscodes passcodes, Journal.Sink sink, Tap tap)
            throws Unservable, IOException {
        var folders = Folders.of(main);
        var loginLog = new LoginLog(sink);
        var journal = new Journal(loginLog);
        var listing = Listing.of(folders.places().keys());
        var files = new ExchangeFiles(folders.places(), journal, InstantSource.system());
        var watch = new KeyWatch(files, listing, passcodes, journal);
        if (!(files.configuration() instanceof Configuration.Usable configuration)) {
            throw Unservable.of(files.configuration().problems());
        }
        var clock = new Clock();
        var opened =
                files.open(
                        Serving::resolve,
                        new Chance(new SecureRandom()),
                        Instant.now(),
                        ZoneId.systemDefault());
        return switch (opened) {
            case ExchangeFiles.Opened.Refused(var problems) -> throw Unservable.of(problems);
            case ExchangeFiles.Opened.Ready(var exchange) -> {
                var general = configuration.lines().general();
                var binds = Bind.addresses(general.bindAddresses(), general.bindPort(), ownPort);
                var port = port(binds, settings(general.sockets()), exchange, clock, tap);
                watch.start();
                var serving =
                        new Serving(exchange, port, configuration, files, watch, folders, loginLog);
                serving.direct(configuration);
                yield serving;
            }
        };
    }

    private static PortSettings settings(SocketRules rules) {
        return PortSettings.USUAL
                .withThreads(rules.threads())
                .withCoalesce(rules.rest())
                .withBusyPoll(rules.busyPoll())
                .withBuffers(rules.buffers());
    }

    private static Port port(
            List<InetSocketAddress> binds,
            PortSettings settings,
            Exchange exchange,
            Clock clock,
            Tap tap)
            throws IOException {
        try {
            return Port.open(binds, settings, exchange, clock, (_, _) -> {}, tap);
        } catch (BindException taken) {
            throw new IOException(taken.getMessage() + ": is another exchange running?", taken);
        }
    }

    private static Optional<PeerAddress> resolve(String host, int port) {
        try {
            return Optional.of(Addresses.resolve(host, port));
        } catch (UnknownHostException nobody) {
            return Optional.empty();
        }
    }

    /// The keys that calls use.
    public HeldKeys keys() {
        return files.keys();
    }

    /// Tries a passphrase on a locked key, which calls can use from then on; the log says what came
    /// of it. The array stays the caller's, who wipes it. Takes up to a second: not in the loop.
    public Unlocking unlock(String name, char[] passphrase) {
        var outcome = files.unlock(name, passphrase);
        if (outcome instanceof Unlocking.Unlocked) {
            port.run(exchange::keysChanged);
        }
        return outcome;
    }

    /// Reads the key directory again, as the watch over it does when a file has changed.
    public Reload reloadKeys() {
        var reload = watch.reload();
        port.run(exchange::keysChanged);
        return reload;
    }

    /// Asks something of the exchange in its loop, and waits for the answer. Not to be called
    /// there.
    ///
    /// @param question gets the exchange and the time of the loop
    public <T> T ask(BiFunction<Exchange, Long, T> question) {
        var answer = new CompletableFuture<T>();
        port.run(
                now -> {
                    try {
                        answer.complete(question.apply(exchange, now));
                    } catch (RuntimeException bug) {
                        answer.completeExceptionally(bug);
                    }
                });
        return answer.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
    }

    /// Reads the configuration files again.
    ///
    /// @return why they were not taken, or an empty text
    public String reload() {
        var fresh = files.configuration();
        if (!ask((exchange, now) -> exchange.reload(fresh, now))) {
            return "The configuration cannot be used; the old one stays in force. The log says why.";
        }
        if (fresh instanceof Configuration.Usable usable) {
            direct(usable);
        }
        return "";
    }

    /// Has logins written where `loginlog` says, in `astlogdir` unless it begins with a slash.
    private void direct(Configuration.Usable by) {
        var name = by.lines().general().loginRules().file();
        loginLog.to(name.isEmpty() ? Optional.empty() : Optional.of(folders.log().resolve(name)));
    }

    /// Takes no more calls; those that are up go on.
    public void closeDoor() {
        port.run(_ -> exchange.close());
    }

    /// Where consoles find the exchange that serves this `asterisk.conf`.
    ///
    /// @throws Unservable when there is no such file, or it cannot be understood
    public static Path runFolder(Path main) throws Unservable {
        return Folders.of(main).run();
    }

    /// Where consoles find this exchange.
    public Path runFolder() {
        return folders.run();
    }

    public Duration uptime() {
        return Duration.between(started, Instant.now());
    }

    /// Whether `asterisk.conf` wants the passphrases of locked keys asked for.
    public boolean asksPasscodes() {
        return asksPasscodes;
    }

    /// What passed the port.
    public Traffic traffic() {
        return port.traffic();
    }

    public InetSocketAddress address() {
        return port.localAddress();
    }

    /// Whatever is odd about the files; the journal has it too.
    public List<Problem> problems() {
        return configuration.problems();
    }

    /// Where it listens, how much there is, and whether something is odd about the files.
    public String words() {
        var here =
                port.localAddresses().stream().map(Serving::spot).collect(Collectors.joining(", "));
        int odd = problems().size();
        return here
                + ": "
                + summary()
                + (odd == 0 ? "" : "; " + count(odd, "remark") + " about the files, see the log");
    }

    private static String spot(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    /// How much there is: `2 users, 1 peer, 3 contexts, 2 keys`.
    public String summary() {
        return String.join(
                ", ",
                count(configuration.lines().users().size(), "user"),
                count(configuration.lines().peers().size(), "peer"),
                count(configuration.dialplan().contexts().size(), "context"),
                count(keys().ring().entries().size(), "key"));
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /// Takes no more calls, hangs up, and waits up to three seconds until all have heard it. A
    /// second time does nothing.
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        watch.close();
        port.run(exchange::stop);
        awaitQuiet();
        port.close();
        loginLog.close();
    }

    /// Waits until no call is left and every last word is acknowledged, up to three seconds.
    public void awaitQuiet() {
        long until = System.nanoTime() + FAREWELL;
        while (liveCalls() > 0 && System.nanoTime() < until) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /// Calls that are not over, or whose last word has not been acknowledged.
    public int liveCalls() {
        return ask((exchange, _) -> exchange.liveCalls());
    }
}

package dev.keyline.tools.serve;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.KeyTried;
import dev.keyline.pbx.ledger.ExchangeEvent;
import dev.keyline.pbx.ledger.Journal;
import dev.keyline.pbx.ledger.LoginEvent;
import dev.keyline.tools.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/// Writes every login to a file (`loginlog`), one JSON object a line. The loop of the port never
/// waits for the disk: a thread of this class writes, what it cannot keep up with is left out, and
/// the log says how much. The file is opened for each batch, so it may be moved away at any time.
public final class LoginLog implements Journal.Sink, AutoCloseable {
    private static final int LONGEST_QUEUE = 10_000;

    private final Journal.Sink next;
    private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final AtomicLong lost = new AtomicLong();
    private final Thread writer;
    private volatile Optional<Path> file = Optional.empty();
    private volatile boolean troubled;

    /// @param next who is told everything as well
    public LoginLog(Journal.Sink next) {
        this.next = next;
        this.writer = Thread.ofVirtual().name("loginlog").start(this::write);
    }

    /// Writes there from now on, or nowhere.
    void to(Optional<Path> where) {
        file = where;
        troubled = false;
    }

    @Override
    public void logged(Journal.Level level, String text) {
        next.logged(level, text);
    }

    @Override
    public boolean hears(Journal.Level level) {
        return next.hears(level);
    }

    @Override
    public void happened(ExchangeEvent event) {
        next.happened(event);
        if (file.isPresent() && event instanceof LoginEvent login && !waiting.offer(line(login))) {
            lost.incrementAndGet();
        }
    }

    static String line(LoginEvent login) {
        var attempt = login.attempt();
        var json =
                new Json()
                        .with("time", attempt.at())
                        .with("login", attempt.kind().word())
                        .with("incoming", attempt.kind().isIncoming())
                        .with("ok", login instanceof LoginEvent.Accepted)
                        .with("account", attempt.account())
                        .with("peer", attempt.peer().host())
                        .with("port", attempt.peer().port())
                        .with(
                                "required",
                                attempt.required().stream().map(AuthMethod::word).sorted().toList())
                        .with("used", attempt.used().map(AuthMethod::word).orElse("none"))
                        .with("extension", attempt.target());
        return switch (login) {
            case LoginEvent.Accepted(_, var key, var print) ->
                    json.with("key", key).with("fingerprint", print).toString();
            case LoginEvent.Refused(_, var reason, var tried, var explanation, var hint) ->
                    json.with("reason", reason)
                            .with("tried", tried.stream().map(LoginLog::words).toList())
                            .with("explanation", explanation)
                            .with("hint", hint)
                            .toString();
        };
    }

    private static String words(KeyTried key) {
        return (key.name() + " " + key.fingerprint()).strip() + " " + key.fault();
    }

    private void write() {
        var batch = new ArrayList<String>();
        try {
            while (true) {
                batch.add(waiting.take());
                waiting.drainTo(batch);
                file.ifPresent(to -> write(to, batch));
                batch.clear();
            }
        } catch (InterruptedException closed) {
            waiting.drainTo(batch);
            file.ifPresent(to -> write(to, batch));
            Thread.currentThread().interrupt();
        }
    }

    private void write(Path to, List<String> lines) {
        try {
            if (!Files.exists(to)) {
                Files.createFile(
                        to,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(to, lines, StandardOpenOption.APPEND);
            recovered(to);
        } catch (IOException e) {
            lost.addAndGet(lines.size());
            trouble(to, e);
        }
    }

    /// Said once, until it works again.
    private void trouble(Path to, IOException e) {
        if (!troubled) {
            troubled = true;
            next.logged(
                    Journal.Level.WARNING,
                    "loginlog=" + to + " cannot be written (" + e + "); logins are not recorded");
        }
    }

    private void recovered(Path to) {
        long missing = lost.getAndSet(0);
        troubled = false;
        if (missing > 0) {
            next.logged(Journal.Level.WARNING, missing + " logins are missing in loginlog=" + to);
        }
    }

    /// Writes what waits, and no more.
    @Override
    public void close() {
        writer.interrupt();
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

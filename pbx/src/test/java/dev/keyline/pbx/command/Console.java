package dev.keyline.pbx.command;

import dev.keyline.iax.net.Traffic;
import dev.keyline.keys.ring.KeyRing;
import dev.keyline.keys.ring.Reload;
import dev.keyline.keys.ring.Unlocking;
import dev.keyline.pbx.command.Command.Reply;
import dev.keyline.pbx.exchange.Exchange;
import dev.keyline.pbx.exchange.Scene;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// A console on an exchange of a scene; what would concern the process around it is written down.
final class Console implements Server {
    final List<String> asked = new ArrayList<>();
    final List<Ending> endings = new ArrayList<>();
    final List<Ending> restarts = new ArrayList<>();
    final Commands commands = Commands.all();
    Debug debug = new Debug.Off();
    boolean trunks;
    private final Scene scene;
    private final Scene.Office office;
    private final Path keys;

    Console(Scene scene, Scene.Office office, Path keys) {
        this.scene = scene;
        this.office = office;
        this.keys = keys;
    }

    List<String> said(String line) {
        return commands.run(line, this) instanceof Reply.Said(var lines) ? lines : List.of();
    }

    String failed(String line) {
        return commands.run(line, this) instanceof Reply.Failed(var why) ? why : "";
    }

    @Override
    public <T> T ask(BiFunction<Exchange, Long, T> question) {
        var answers = new ArrayList<T>();
        office.act(() -> answers.add(question.apply(office.exchange(), scene.net().now())));
        return answers.getFirst();
    }

    /// Nothing passes a port in a scene.
    @Override
    public Traffic traffic() {
        return new Traffic();
    }

    @Override
    public KeyRing ring() {
        return KeyRing.load(keys);
    }

    @Override
    public Reload reloadKeys() {
        return ring().reload();
    }

    @Override
    public Unlocking unlock(String key, char[] passphrase) {
        throw new AssertionError("nothing is locked");
    }

    @Override
    public Optional<char[]> askHidden(String prompt) {
        asked.add(prompt);
        return Optional.empty();
    }

    @Override
    public String reload() {
        return "";
    }

    @Override
    public void stop(Ending how) {
        endings.add(how);
    }

    @Override
    public void restart(Ending how) {
        restarts.add(how);
    }

    @Override
    public void debugTrunks(boolean on) {
        trunks = on;
    }

    @Override
    public void verbose(int level) {}

    @Override
    public void debug(Debug what) {
        debug = what;
    }

    @Override
    public Duration uptime() {
        return Duration.ofSeconds(3 * 3600 + 61);
    }

    @Override
    public String version() {
        return "keyline 1";
    }
}

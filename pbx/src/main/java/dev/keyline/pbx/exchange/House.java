package dev.keyline.pbx.exchange;

import dev.keyline.iax.endpoint.Endpoint;
import dev.keyline.iax.endpoint.Output;
import dev.keyline.iax.endpoint.Task;
import dev.keyline.pbx.channel.Position;
import dev.keyline.pbx.dialplan.Dialplan;
import dev.keyline.pbx.dialplan.Extension;
import dev.keyline.pbx.ledger.Journal;
import dev.keyline.pbx.line.Lines;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// What all parts of one exchange share.
final class House {
    private final Setup setup;
    private final RandomGenerator chance;
    private final Endpoint endpoint;
    private final Cord cord;
    private final Queue<Output> outbox = new ArrayDeque<>();
    private final Agenda<Sleeper> agenda = new Agenda<>();
    private final Roll roll;
    private final Globals globals = new Globals();
    private final Logins logins = new Logins(this);
    private final OwnLogins ownLogins = new OwnLogins(this);
    private final Book book = new Book(this);
    private final Vigils vigils = new Vigils(this);
    private final Directions directions = new Directions(this);
    private final Registry registry = new Registry(this);
    private final MusicRoom musicRoom = new MusicRoom(this);
    private final Polls polls = new Polls(this);
    private final Inquirers inquirers = new Inquirers(this);
    private final Guide guide = new Guide(this);
    private final Mail mail = new Mail(this);
    private Configuration.Usable configuration;
    private Dialplan dialplan;
    private Counts counts = Counts.NONE;
    private Instant momentOf = Instant.MIN;
    private LocalDateTime moment = LocalDateTime.MIN;
    private boolean stopping;

    House(
            Setup setup,
            Configuration.Usable configuration,
            Function<House, Endpoint> endpoint,
            RandomGenerator chance) {
        this.setup = setup;
        this.chance = chance;
        this.configuration = configuration;
        this.dialplan = configuration.dialplan();
        this.roll = new Roll(setup.journal());
        this.endpoint = endpoint.apply(this);
        this.cord = new Cord(this.endpoint);
        globals.load(configuration.dialplan().globals());
    }

    Setup setup() {
        return setup;
    }

    Journal journal() {
        return setup.journal();
    }

    RandomGenerator chance() {
        return chance;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    Cord cord() {
        return cord;
    }

    Queue<Output> outbox() {
        return outbox;
    }

    Agenda<Sleeper> agenda() {
        return agenda;
    }

    Roll roll() {
        return roll;
    }

    Globals globals() {
        return globals;
    }

    Configuration.Usable configuration() {
        return configuration;
    }

    Lines lines() {
        return configuration.lines();
    }

    Dialplan dialplan() {
        return dialplan;
    }

    void configure(Configuration.Usable fresh) {
        configuration = fresh;
        globals.load(fresh.dialplan().globals());
        rewriteDialplan();
    }

    /// The dialplan of the files, and in `regcontext` whoever is registered.
    void rewriteDialplan() {
        dialplan = configuration.dialplan();
        var context = lines().general().registrationContext();
        if (!context.isEmpty()) {
            for (var name : book.peers()) {
                extensions(name).forEach(e -> dialplan = dialplan.withFirst(context, e, name));
            }
        }
    }

    private List<String> extensions(String peer) {
        return lines().peer(peer)
                .flatMap(p -> p.enrolling())
                .map(enrolling -> enrolling.extensions())
                .orElse(List.of());
    }

    Logins logins() {
        return logins;
    }

    OwnLogins ownLogins() {
        return ownLogins;
    }

    Book book() {
        return book;
    }

    Vigils vigils() {
        return vigils;
    }

    Directions directions() {
        return directions;
    }

    Registry registry() {
        return registry;
    }

    MusicRoom musicRoom() {
        return musicRoom;
    }

    Polls polls() {
        return polls;
    }

    Inquirers inquirers() {
        return inquirers;
    }

    Mail mail() {
        return mail;
    }

    Guide guide() {
        return guide;
    }

    Counts counts() {
        return counts;
    }

    void counts(Counts now) {
        counts = now;
    }

    boolean isStopping() {
        return stopping;
    }

    void stop() {
        stopping = true;
    }

    /// Whether there is room for another call.
    boolean isFull() {
        return roll.size() + inquirers.size() >= setup.mostCalls();
    }

    /// A person's clock, to the second; each look into the dialplan asks for it.
    LocalDateTime moment(long now) {
        var second = instant(now).truncatedTo(ChronoUnit.SECONDS);
        if (!second.equals(momentOf)) {
            momentOf = second;
            moment = LocalDateTime.ofInstant(second, setup.zone());
        }
        return moment;
    }

    Instant instant(long now) {
        return setup.start().plusNanos(now);
    }

    /// The extension of our own dialplan that a number leads to; [#guide] knows others'.
    Optional<Extension> extension(String context, String exten, String caller, long now) {
        return dialplan().find(context, exten, caller, moment(now));
    }

    Optional<Extension> extension(Position at, String caller, long now) {
        return extension(at.context(), at.exten(), caller, now);
    }

    /// Hands out work.
    void perform(Task task) {
        outbox.add(new Output.Work(task));
    }
}

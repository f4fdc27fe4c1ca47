package dev.keyline.pbx.exchange;

import dev.keyline.audio.file.Sound;
import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.endpoint.Party;
import dev.keyline.iax.sim.Network;
import dev.keyline.iax.sim.Weather;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.conf.Texts;
import dev.keyline.pbx.ledger.ChannelEvent;
import dev.keyline.pbx.ledger.ExchangeEvent;
import dev.keyline.pbx.ledger.Journal;
import dev.keyline.pbx.line.Names;
import dev.keyline.pbx.store.Mailboxes;
import dev.keyline.pbx.store.Music;
import dev.keyline.pbx.store.Recordings;
import dev.keyline.pbx.store.Register;
import dev.keyline.pbx.store.Sounds;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A world with exchanges and phones in it. Exchanges are written as snippets of `iax.conf` and
/// `extensions.conf`.
public final class Scene {
    public static final long MILLI = 1_000_000L;
    public static final long SECOND = 1_000_000_000L;

    /// A Monday at noon.
    public static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    private final Network net;
    private int addresses;

    public Scene() {
        this(1, Weather.STILL);
    }

    public Scene(long seed, Weather weather) {
        this.net = new Network(seed, weather);
    }

    public Network net() {
        return net;
    }

    public void pass(long nanos) {
        net.run(nanos);
    }

    PeerAddress nextAddress() {
        addresses++;
        return PeerAddress.ofIPv4(
                "10.0." + addresses / 250 + "." + (addresses % 250 + 1), PeerAddress.DEFAULT_PORT);
    }

    public Phone phone() {
        return phone(KeyRing.EMPTY);
    }

    public Phone phone(KeyRing ring) {
        return new Phone(this, nextAddress(), ring);
    }

    public Office office(String iax, String extensions) {
        return office(iax, extensions, KeyRing.EMPTY);
    }

    public Office office(String iax, String extensions, KeyRing ring) {
        var files = Map.of("iax.conf", iax, "extensions.conf", extensions);
        return new Office(nextAddress(), files, ring);
    }

    public Office office(String iax, String extensions, String music) {
        return new Office(
                nextAddress(),
                Map.of("iax.conf", iax, "extensions.conf", extensions, "musiconhold.conf", music),
                KeyRing.EMPTY);
    }

    /// An exchange at an address that others know of already.
    Office office(PeerAddress address, String iax, String extensions) {
        var files = Map.of("iax.conf", iax, "extensions.conf", extensions);
        return new Office(address, files, KeyRing.EMPTY);
    }

    public static Credentials nobody() {
        return Credentials.none("");
    }

    /// An exchange, and everything it writes.
    public final class Office implements Journal.Sink {
        public final PeerAddress address;
        public final List<String> log = new ArrayList<>();
        public final List<ExchangeEvent> events = new ArrayList<>();
        public final Map<String, Sound> sounds = new HashMap<>();
        public final Map<String, List<Sound>> music = new HashMap<>();
        public final Map<String, Sound> recordings = new HashMap<>();
        public final Map<String, PeerAddress> names = new HashMap<>();
        public final Register register = Register.inMemory();
        public final Map<String, Mailboxes.Waiting> mail = new HashMap<>();
        private final KeyRing ring;
        private final Setup setup;
        private final Configuration.Usable usable;
        private Exchange exchange;

        Office(PeerAddress address, Map<String, String> files, KeyRing ring) {
            this.address = address;
            this.ring = ring;
            this.setup =
                    new Setup(
                            ring,
                            Sounds.of(sounds),
                            Recordings.of(recordings),
                            Music.of(music),
                            register,
                            Mailboxes.of(mail),
                            Names.of(names),
                            new Journal(this),
                            START,
                            ZoneOffset.UTC,
                            Setup.MOST_CALLS);
            var configuration = Configuration.read(Texts.of(files), ring);
            if (!(configuration instanceof Configuration.Usable good)) {
                throw new AssertionError(configuration.problems().toString());
            }
            this.usable = good;
            this.exchange = new Exchange(setup, usable, net.chance());
            net.attach(address, party());
        }

        /// Another life: what was only in memory is gone.
        public void restart() {
            exchange = new Exchange(setup, usable, net.chance());
            net.restart(address, exchange);
        }

        private Party party() {
            return exchange;
        }

        public Configuration configuration(String iax, String extensions) {
            return Configuration.read(
                    Texts.of(Map.of("iax.conf", iax, "extensions.conf", extensions)), ring);
        }

        public Exchange exchange() {
            return exchange;
        }

        /// Does something with the exchange, in its loop.
        public void act(Runnable what) {
            net.act(address, what);
        }

        @Override
        public void logged(Journal.Level level, String text) {
            log.add(level + " " + text);
        }

        @Override
        public void happened(ExchangeEvent event) {
            events.add(event);
        }

        public <E> List<E> told(Class<E> kind) {
            return events.stream().filter(kind::isInstance).map(kind::cast).toList();
        }

        /// What the steps with NoOp were given: how stories look at variables.
        public List<String> noted() {
            return told(ChannelEvent.Stepped.class).stream()
                    .filter(step -> step.application().equals("NoOp"))
                    .map(ChannelEvent.Stepped::arguments)
                    .toList();
        }

        public List<String> said(String part) {
            return log.stream().filter(line -> line.contains(part)).toList();
        }
    }
}

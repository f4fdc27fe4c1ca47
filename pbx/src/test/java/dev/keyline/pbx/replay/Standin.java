package dev.keyline.pbx.replay;

import dev.keyline.iax.call.Cause;
import dev.keyline.iax.message.CallerId;
import dev.keyline.iax.sim.Network;
import dev.keyline.iax.sim.Weather;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.application.Office;
import dev.keyline.pbx.channel.Position;
import dev.keyline.pbx.conf.Texts;
import dev.keyline.pbx.exchange.Configuration;
import dev.keyline.pbx.exchange.Exchange;
import dev.keyline.pbx.exchange.Setup;
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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/// An exchange with the configuration of one that was recorded, at its address, and whoever sat at
/// its console.
final class Standin {
    private final Network net = new Network(1, Weather.STILL);
    private final PeerAddress address;
    private final Keys keys;
    private final Exchange exchange;
    private final Queue<Errand.Call> calls;
    private final boolean hangsUp;
    private final List<String> log = new ArrayList<>();

    Standin(PeerAddress address, Texts files, Keys keys, Errand errand) {
        this.address = address;
        this.keys = keys;
        this.calls = new ArrayDeque<>(errand.calls());
        this.hangsUp = errand.hangsUp();
        var setup =
                new Setup(
                        keys.ring(),
                        Sounds.of(Map.of()),
                        Recordings.of(new java.util.HashMap<>()),
                        Music.of(Map.of()),
                        Register.inMemory(),
                        Mailboxes.of(Map.of()),
                        Names.NONE,
                        new Journal(new Log()),
                        Instant.parse("2026-11-23T12:00:00Z"),
                        ZoneOffset.UTC,
                        Setup.MOST_CALLS);
        var configuration = (Configuration.Usable) Configuration.read(files, keys.ring());
        this.exchange = new Exchange(setup, configuration, net.chance());
        net.attach(address, exchange);
        Handset.join(net);
    }

    private final class Log implements Journal.Sink {
        @Override
        public void logged(Journal.Level level, String text) {
            log.add(net.now() / 1_000_000 + " " + level + " " + text);
        }

        @Override
        public void happened(ExchangeEvent event) {}
    }

    Network net() {
        return net;
    }

    Exchange exchange() {
        return exchange;
    }

    Answers answers() {
        return keys.answers();
    }

    List<String> log() {
        return log;
    }

    /// It is time for this; if a person had to do something for it, then it is done now.
    void prompt(FullFrame frame) {
        var kind = Kinds.of(frame);
        if (kind.equals("NEW") && Kinds.opens(frame) && !calls.isEmpty()) {
            net.act(address, () -> call(calls.remove()));
        }
        if (kind.equals("HANGUP") && hangsUp) {
            net.act(address, this::hangUpAll);
        }
    }

    private void call(Errand.Call call) {
        var place = new Position(call.context(), call.exten(), 1);
        var placing = exchange.originate(call.target(), place, CallerId.NONE, net.now());
        if (placing instanceof Office.NoWay(_, var why)) {
            log.add("no way to call " + call.target() + ": " + why);
        }
    }

    private void hangUpAll() {
        exchange.channels()
                .forEach(channel -> exchange.hangUp(channel.name(), Cause.NORMAL, net.now()));
    }
}

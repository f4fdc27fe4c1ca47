package dev.keyline.pbx.exchange;

import dev.keyline.pbx.application.Tune;
import dev.keyline.pbx.bridge.OnHold;
import dev.keyline.pbx.channel.Channel;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Plays music to those who wait, each from the first piece of a class, file after file. One file
/// is held for each of them and no more.
final class MusicRoom implements OnHold {
    private final House house;
    private final Map<Channel, Player> players = new HashMap<>();

    MusicRoom(House house) {
        this.house = house;
    }

    @Override
    public void start(Channel who, String suggested, long now) {
        stop(who, now);
        var folder = folder(who, suggested);
        if (folder.isEmpty()) {
            house.journal()
                    .warning(who.name() + " waits in silence: musiconhold.conf has no such class");
            return;
        }
        var player = new Player(who, folder.get());
        players.put(who, player);
        house.journal().verbose("Started music on hold on " + who.name());
        player.load();
    }

    /// Asterisk's order: what the dialplan wants, what is suggested, what the section says, and
    /// `default`; the first class that exists.
    private Optional<String> folder(Channel who, String suggested) {
        var parties = who.parties();
        return Stream.of(
                        parties.musicClass(),
                        suggested,
                        parties.etiquette().musicInterpreted(),
                        "default")
                .map(house.configuration().music().folders()::get)
                .filter(Objects::nonNull)
                .findFirst();
    }

    @Override
    public void stop(Channel who, long now) {
        var player = players.remove(who);
        if (player != null) {
            house.agenda().set(player, Long.MAX_VALUE);
            house.journal().verbose("Stopped music on hold on " + who.name());
        }
    }

    @Override
    public boolean plays(Channel who) {
        return players.containsKey(who);
    }

    private final class Player implements Sleeper {
        private final Channel who;
        private final String folder;
        private int piece;
        private Optional<Tune> tune = Optional.empty();

        Player(Channel who, String folder) {
            this.who = who;
            this.folder = folder;
        }

        void load() {
            int number = piece++;
            house.perform(
                    () -> {
                        var opened = Tune.of(house.setup().music().piece(folder, number));
                        return later -> loaded(opened, later);
                    });
        }

        private void loaded(Tune.Opened opened, long now) {
            if (players.get(who) != this) {
                return; // it was stopped meanwhile
            }
            switch (opened) {
                case Tune.Playable(var playable) -> {
                    tune = Optional.of(playable);
                    wake(now);
                }
                case Tune.Unplayable(var why) -> {
                    house.journal().warning("No music in " + folder + ": " + why);
                    stop(who, now);
                }
            }
        }

        @Override
        public void wake(long now) {
            if (who.isGone()) {
                stop(who, now);
                return;
            }
            long next = tune.map(t -> t.speak(who, now)).orElse(Long.MAX_VALUE);
            house.agenda().set(this, next);
            if (next == Long.MAX_VALUE) {
                load();
            }
        }
    }
}

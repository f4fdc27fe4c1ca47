package dev.keyline.tools.load;

import dev.keyline.audio.codec.Codec;
import dev.keyline.iax.call.IaxUri;
import dev.keyline.iax.message.MediaFormat;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads what one kind of caller does.
final class RoleReader {
    private static final long SECOND = 1_000_000_000;

    /// Options of a role; in `[general]` they are those of all that say nothing else.
    static final Set<String> NAMES =
            Set.of(
                    "kind", "to", "share", "numbers", "from", "hold", "ring", "codec", "talk",
                    "dtmf", "play", "trunk", "encrypt");

    private final Options options;
    private final Sounds sounds;

    private enum Kind {
        CALL,
        REGISTER
    }

    RoleReader(Options options, Sounds sounds) {
        this.options = options;
        this.sounds = sounds;
    }

    /// The role of a section; empty if nobody is to be called
    Optional<Role> read(String name) {
        var to = options.said("to");
        if (to.isEmpty()) {
            options.complain("[" + name + "]: whom to call is missing: to = user@host/extension");
            return Optional.empty();
        }
        if (IaxUri.orDialString(to.get().value()).peer().isEmpty()) {
            options.complain(to.get(), "names no host: user@host/extension");
        }
        return Optional.of(
                switch (options.value("kind", Kind.CALL, RoleReader::kind, "call or register")) {
                    case CALL -> calling(name, to.get().value());
                    case REGISTER -> registering(name, to.get().value());
                });
    }

    private static Optional<Kind> kind(String word) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(word))
                .findFirst();
    }

    private Role calling(String name, String to) {
        return new Role.Calling(
                name,
                share(),
                to,
                numbers(),
                options.text("from", ""),
                hold(),
                patience(),
                codecs(),
                options.value(
                        "talk",
                        TalkPattern.ALWAYS,
                        Quantities::talk,
                        "always, never, or speech and silence as 1s/1.5s"),
                options.value("dtmf", "", RoleReader::digits, "digits: 0-9 * # A-D, w to wait"),
                play(),
                options.truth("trunk"),
                options.truth("encrypt"));
    }

    private Role registering(String name, String to) {
        return new Role.Registering(name, share(), to, numbers(), hold(), patience());
    }

    private int share() {
        return options.value("share", 1L, Quantities::count, "a whole number from 1").intValue();
    }

    private Role.Numbers numbers() {
        return options.value(
                "numbers", new Role.Numbers(1, 1), Quantities::numbers, "a range such as 1-1000");
    }

    private long hold() {
        return options.duration("hold", 10 * SECOND);
    }

    private long patience() {
        return options.duration("ring", 30 * SECOND);
    }

    private List<MediaFormat> codecs() {
        return options.value(
                "codec",
                List.of(MediaFormat.ULAW),
                RoleReader::codecs,
                "a list of ulaw, alaw, slin, gsm");
    }

    /// Formats by name; empty when one of them cannot be spoken here
    static Optional<List<MediaFormat>> codecs(String list) {
        var names = list.split(",", -1);
        var formats =
                Stream.of(names)
                        .map(name -> MediaFormat.ofName(name.strip()))
                        .flatMap(Stream::ofNullable)
                        .filter(it -> Codec.labelled(it.asteriskName()).isPresent())
                        .toList();
        return Optional.of(formats).filter(it -> it.size() == names.length);
    }

    private static Optional<String> digits(String text) {
        return Optional.of(text).filter(it -> it.matches("[0-9*#A-Dw]*"));
    }

    private Sample play() {
        var said = options.said("play");
        try {
            return said.isEmpty() ? Sample.TONE : sounds.named(said.get().value());
        } catch (IOException unreadable) {
            options.complain(said.get(), String.valueOf(unreadable.getMessage()));
            return Sample.TONE;
        }
    }
}

package dev.keyline.tools.command;

import dev.keyline.iax.trace.Ladder;
import dev.keyline.iax.trace.Packet;
import dev.keyline.iax.trace.Secrets;
import dev.keyline.iax.trace.SignatureCheck;
import dev.keyline.iax.trace.Story;
import dev.keyline.iax.trace.Told;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.tools.capture.Exchanges;
import dev.keyline.tools.page.LadderPage;
import dev.keyline.tools.text.Json;
import java.util.List;
import java.util.Optional;

/// Tells packets as they come: a line or an object each, and at the end each call in short.
final class Telling {
    private final Talk talk;
    private final Shape shape;
    private final Story story;
    private final Exchanges exchanges;
    private final Optional<LadderPage> page;

    /// How frames are told.
    enum Shape {
        LINES,
        JSON,
        /// Nothing but the calls in short.
        NONE
    }

    /// @param title of the page, if there shall be one
    Telling(Talk talk, Shape shape, Optional<String> title, SignatureCheck keys, Secrets secrets) {
        this.talk = talk;
        this.shape = shape;
        this.story = new Story(keys, secrets);
        this.exchanges = new Exchanges(keys, secrets);
        this.page = title.map(t -> new LadderPage(t, exchanges));
    }

    void add(Packet packet) {
        var told = story.tell(packet);
        page.ifPresentOrElse(it -> it.add(told), () -> exchanges.hear(told));
        switch (shape) {
            case LINES -> talk.say(told.line());
            case JSON -> talk.say(json(told).toString());
            case NONE -> {}
        }
    }

    /// A ladder of all of them, instead of lines.
    static void ladder(Talk talk, List<Packet> packets, SignatureCheck keys, Secrets secrets) {
        Ladder.of(packets, keys, secrets).forEach(talk::say);
    }

    /// Each call in short.
    void sumUp() {
        for (var matter : exchanges.all()) {
            talk.say(
                    shape == Shape.JSON
                            ? matter.json().toString()
                            : "\n" + matter.words().stripTrailing());
        }
        talk.out().flush();
    }

    /// The page of all of it, if there shall be one.
    Optional<String> html() {
        return page.map(LadderPage::html);
    }

    private static Json json(Told told) {
        var json =
                new Json()
                        .with("seconds", told.nanos() / 1e9)
                        .with("from", told.from())
                        .with("to", told.to());
        if (told.frame().isPresent() && told.frame().get() instanceof FullFrame full) {
            json.with("source", full.source().value())
                    .with("destination", full.destination().value())
                    .with("sent", full.sent().value())
                    .with("expected", full.expected().value());
        }
        return json.with("words", told.words()).with("remarks", told.remarks());
    }
}

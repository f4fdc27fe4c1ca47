package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.IaxCommand;

/// Stop sending voice for a while (RFC 5456 §6.4).
///
/// @param music whether our side may play music on hold meanwhile
/// @param musicClass which music, empty for the default; means nothing without `music`
public record Quelch(boolean music, String musicClass) implements Message {
    public Quelch(boolean music) {
        this(music, "");
    }

    static Quelch read(Fields in) {
        return new Quelch(in.has(ElementId.MUSICONHOLD), in.name(ElementId.MUSICONHOLD));
    }

    @Override
    public Body body() {
        return new Draft()
                .octets(ElementId.MUSICONHOLD, music ? Bytes.utf8(Texts.fit(musicClass)) : null)
                .body(IaxCommand.QUELCH);
    }
}

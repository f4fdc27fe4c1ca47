package dev.keyline.pbx.line;

import dev.keyline.pbx.channel.Etiquette;
import dev.keyline.pbx.conf.Words;
import java.util.Locale;

/// Reads what a section says about manners between the parties of a call.
final class EtiquetteReader {
    private EtiquetteReader() {}

    /// @param before what holds where nothing is written
    static Etiquette read(SectionReader values, Etiquette before) {
        var written = values.text("connectedline");
        var word = written.orElse("").toLowerCase(Locale.ROOT);
        boolean both = Words.truth(word).orElse(false);
        return new Etiquette(
                values.truth("sendani").orElse(before.sendsAni()),
                written.isEmpty() ? before.tellsConnected() : both || word.equals("send"),
                written.isEmpty() ? before.hearsConnected() : both || word.equals("receive"),
                values.text("mohinterpret").orElse(before.musicInterpreted()),
                values.text("mohsuggest").orElse(before.musicSuggested()));
    }
}

package dev.keyline.pbx.exchange;

import dev.keyline.pbx.channel.Channel;
import dev.keyline.pbx.channel.Position;
import dev.keyline.pbx.dialplan.Arguments;
import java.util.Optional;

/// What `[[context,]exten,]priority` means for a channel.
///
/// @param house whose dialplan it is
record Targets(House house) {
    /// Finds the place; a priority may be a label, `n` or a number.
    ///
    /// @return empty when there is no such label
    Optional<Position> find(Channel whose, String target, long now) {
        var parts = Arguments.of(target);
        int count = parts.list().size();
        var here = whose.position();
        var context = count > 2 ? parts.at(0) : here.context();
        var exten = count > 1 ? parts.at(count - 2) : here.exten();
        return priority(whose, context, exten, parts.at(count - 1), now)
                .map(number -> new Position(context, exten, number));
    }

    private Optional<Integer> priority(
            Channel whose, String context, String exten, String written, long now) {
        if (written.matches("\\d{1,9}")) {
            return Optional.of(Integer.parseInt(written)).filter(n -> n > 0);
        }
        if (written.equals("n")) {
            return Optional.of(whose.position().priority() + 1);
        }
        return house.extension(context, exten, whose.caller().number(), now)
                .flatMap(extension -> extension.labelled(written));
    }
}

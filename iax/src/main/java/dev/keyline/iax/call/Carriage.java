package dev.keyline.iax.call;

import dev.keyline.iax.message.ComfortNoise;
import dev.keyline.iax.message.Html;
import dev.keyline.iax.message.Image;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.Quelch;
import dev.keyline.iax.message.Transfer;
import dev.keyline.iax.message.Unquelch;
import dev.keyline.iax.message.Video;

/// What an accepted call carries without the protocol caring.
final class Carriage {
    private Carriage() {}

    static boolean carries(Message message) {
        return switch (message) {
            case Video _, Image _, Html _, ComfortNoise _, Quelch _, Unquelch _, Transfer _ -> true;
            default -> false;
        };
    }
}

package dev.keyline.iax.endpoint;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.Video;
import dev.keyline.iax.wire.MetaFrame;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Takes in the pictures of one call: full frames, which name their format, and the meta frames
/// that follow (RFC 5456 §8.1.3.1). Nobody here looks at them, so they go on as they come.
final class Eyes {
    private final Conversation call;
    private final Consumer<CallEvent> user;
    private @Nullable MediaFormat format;

    Eyes(Conversation call, Consumer<CallEvent> user) {
        this.call = call;
        this.user = user;
    }

    /// A full frame. Asterisk since 11 forgets the format of one with the mark: it is the one
    /// before.
    void full(Video video) {
        var named = video.format() == 0 ? format : MediaFormat.ofBit(video.format());
        if (named == null || !named.isVideo()) {
            var bit = Long.toHexString(video.format());
            call.note(Oddity.UNKNOWN_MEDIA, "video format bit " + bit);
        } else if (!call.leg().isAccepted()) {
            call.note(Oddity.EARLY_MEDIA, "a picture");
        } else {
            format = named;
            tell(new Video(named.bit(), video.mark(), video.payload()));
        }
    }

    /// A frame that may get lost. Nobody knows who made one in the clear, so an encrypted call
    /// takes none. (Asterisk sends them so, and takes what comes for a sealed one.) Before the
    /// first full frame the format is unknown, so that one is asked for.
    void loose(MetaFrame.Video video, long now) {
        if (call.seal().isOn()) {
            call.note(Oddity.CLEAR_VOICE, "a picture");
        } else if (!call.leg().isAccepted()) {
            call.note(Oddity.EARLY_MEDIA, "a picture");
        } else if (format == null) {
            call.post().askAgain(now);
        } else {
            tell(new Video(format.bit(), video.last(), video.payload()));
        }
    }

    private void tell(Video video) {
        user.accept(new CallEvent.Carried(video));
    }

    /// Somebody else is seen from now on.
    void restart() {
        format = null;
    }
}

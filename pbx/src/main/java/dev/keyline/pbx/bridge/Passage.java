package dev.keyline.pbx.bridge;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.message.ConnectedLine;
import dev.keyline.iax.message.Html;
import dev.keyline.iax.message.Indication;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.Quelch;
import dev.keyline.iax.message.Redirecting;
import dev.keyline.iax.message.Transfer;
import dev.keyline.iax.message.Unquelch;
import dev.keyline.iax.message.Video;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.pbx.channel.Channel;
import dev.keyline.pbx.channel.Introduction;

/// What one party tells the other beside its voice, and what becomes of it on the way: HOLD may
/// become music, QUELCH concerns us and is never passed on, OPTION is between neighbours.
///
/// @param hold who plays the music
public record Passage(OnHold hold) {
    /// Whether this is also for those who only ring so far, however many they are (as in Asterisk).
    public static boolean isForAll(CallEvent event) {
        return switch (event) {
            case CallEvent.Pressed _, CallEvent.Wrote _, CallEvent.Indicated _ -> true;
            case CallEvent.Carried(var message) ->
                    message instanceof Html
                            || message instanceof Quelch
                            || message instanceof Unquelch;
            default -> false;
        };
    }

    /// Passes something on; voice is not for this.
    public void pass(Channel from, Channel to, CallEvent event, long now) {
        switch (event) {
            case CallEvent.Pressed(char digit, boolean begin) -> to.press(digit, begin, now);
            case CallEvent.Wrote(var text) -> to.write(text, now);
            case CallEvent.Carried(var message) -> carry(from, to, message, now);
            case CallEvent.Indicated(var what, var data) -> indicate(from, to, what, data, now);
            default -> {}
        }
    }

    /// A peer that quelches us and lets us play music has put the other one on hold (RFC 5456
    /// §6.4.4); the music is of the class that its section suggests, as in Asterisk.
    private void carry(Channel from, Channel to, Message message, long now) {
        switch (message) {
            case Quelch(boolean music, _) -> {
                if (music) {
                    hold(to, from.parties().etiquette().musicSuggested(), now);
                }
            }
            case Unquelch _ -> unhold(to, now);
            case Video video -> {
                if ((video.format() & to.parties().pictures()) != 0) {
                    to.tell(new Command.Carry(video), now);
                }
            }
            case Transfer _ -> {} // for whoever knows where they talk
            default -> to.tell(new Command.Carry(message), now);
        }
    }

    private void indicate(Channel from, Channel to, Indication what, Bytes data, long now) {
        switch (what) {
            case HOLD -> hold(to, musicClass(data), now);
            case UNHOLD -> unhold(to, now);
            case FLASH, VIDEO_UPDATE, RINGING, PROGRESS, PROCEEDING ->
                    to.tell(new Command.Indicate(what, data), now);
            case CONNECTED_LINE -> {
                if (from.parties().etiquette().hearsConnected()) {
                    ConnectedLine.read(data)
                            .ifPresent(line -> Introduction.connected(to, line, now));
                }
            }
            case REDIRECTING -> {
                if (from.parties().etiquette().hearsConnected()) {
                    Redirecting.read(data).ifPresent(how -> Introduction.redirecting(to, how, now));
                }
            }
            default -> {}
        }
    }

    /// Whoever waits hears music of ours, or is told to find some (`mohinterpret=passthrough`).
    private void hold(Channel who, String suggested, long now) {
        if (who.parties().etiquette().passesHold()) {
            var data = suggested.isEmpty() ? Bytes.EMPTY : Bytes.utf8(suggested + "\0");
            who.tell(new Command.Indicate(Indication.HOLD, data), now);
        } else {
            hold.start(who, suggested, now);
        }
    }

    private void unhold(Channel who, long now) {
        if (who.parties().etiquette().passesHold()) {
            who.indicate(Indication.UNHOLD, now);
        } else {
            hold.stop(who, now);
        }
    }

    /// The class that a HOLD suggests: what cannot be the name of one is none (AST-2012-007).
    private static String musicClass(Bytes data) {
        var text = data.asText();
        var name = text.endsWith("\0") ? text.substring(0, text.length() - 1) : text;
        return name.matches("[A-Za-z0-9_.-]{1,79}") ? name : "";
    }
}

package dev.keyline.pbx.channel;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.message.ConnectedLine;
import dev.keyline.iax.message.Indication;
import dev.keyline.iax.message.Redirecting;

/// Tells the parties of a call who the others are, as far as `connectedline=` lets it: releases of
/// Asterisk before 1.8 take a CONNECTED_LINE for the end of the call, so it is off unless written.
public final class Introduction {
    private Introduction() {}

    /// What a peer says about itself changes who is calling, as in Asterisk. What overruns its
    /// frame changes nothing.
    public static void heard(Channel from, CallEvent what) {
        if (!(what instanceof CallEvent.Indicated(var indication, var data))
                || !from.parties().etiquette().hearsConnected()) {
            return;
        }
        switch (indication) {
            case CONNECTED_LINE -> ConnectedLine.read(data).ifPresent(line -> is(from, line));
            case REDIRECTING -> Redirecting.read(data).ifPresent(from.parties()::redirecting);
            default -> {}
        }
    }

    private static void is(Channel whose, ConnectedLine line) {
        whose.caller(
                new CallerIdDraft(whose.caller())
                        .number(line.number())
                        .name(line.name())
                        .presentation(line.presentation())
                        .typeOfNumber(line.typeOfNumber())
                        .finished());
    }

    /// Tells a channel who is connected with it.
    public static void connected(Channel whom, ConnectedLine line, long now) {
        whom.parties().connected(line);
        if (whom.parties().etiquette().tellsConnected()) {
            whom.tell(new Command.Indicate(Indication.CONNECTED_LINE, line.write()), now);
        }
    }

    /// Tells a channel who sent its call elsewhere.
    public static void redirecting(Channel whom, Redirecting how, long now) {
        whom.parties().redirecting(how);
        if (whom.parties().etiquette().tellsConnected()) {
            whom.tell(new Command.Indicate(Indication.REDIRECTING, how.write()), now);
        }
    }
}

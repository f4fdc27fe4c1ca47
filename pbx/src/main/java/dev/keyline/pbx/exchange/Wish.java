package dev.keyline.pbx.exchange;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.message.CallerId;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.pbx.channel.CallerIdDraft;
import dev.keyline.pbx.dialplan.Variables;
import dev.keyline.pbx.line.User;
import java.util.Optional;

/// What a caller wants who was let in.
///
/// @param id who calls
/// @param number the extension
/// @param context where they may go
/// @param format what we would speak with them, if there is anything
record Wish(
        CallId call,
        CallEvent.Arrived arrived,
        User user,
        CallerId id,
        String number,
        String context,
        Optional<MediaFormat> format) {
    /// What a caller says who will dial later.
    private static final String LATER = "TBD";

    static Wish of(CallId call, CallEvent.Arrived arrived, User user, CallerId id) {
        var request = arrived.request();
        var wish =
                new Wish(
                        call,
                        arrived,
                        user,
                        id,
                        request.calledNumber(),
                        user.context(Reception.text(request.calledContext())),
                        user.codecs().choose(request.media()));
        boolean atOnce = user.immediate() && arrived.proof() instanceof CallEvent.Proven;
        return wish.isUndialled() && atOnce ? wish.dialling("s") : wish;
    }

    /// Whether they have not said a number yet. Case counts, as in Asterisk.
    boolean isUndialled() {
        return number.equals(LATER);
    }

    /// They dial.
    Wish dialling(String digits) {
        return new Wish(call, arrived, user, id, digits.isEmpty() ? "s" : digits, context, format);
    }

    /// Who calls. A caller who does not say which number was dialled first has dialled this one.
    CallerId caller() {
        return id.dnid().isEmpty() ? new CallerIdDraft(id).dnid(number).finished() : id;
    }

    /// What to look for in the dialplan.
    Guide.Wanted wanted(Variables words) {
        return new Guide.Wanted(context, number, caller().number(), words);
    }
}

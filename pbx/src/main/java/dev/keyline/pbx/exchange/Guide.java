package dev.keyline.pbx.exchange;

import dev.keyline.iax.message.DialplanReply;
import dev.keyline.pbx.dialplan.Pattern;
import dev.keyline.pbx.dialplan.Variables;
import dev.keyline.pbx.exchange.Finding.Asking;
import dev.keyline.pbx.exchange.Finding.Found;
import dev.keyline.pbx.exchange.Finding.Nowhere;
import java.util.Optional;

/// Says where numbers lead, here and in the dialplans that `switch =>` leads to.
final class Guide {
    private final House house;

    Guide(House house) {
        this.house = house;
    }

    /// A number in a context.
    ///
    /// @param caller the caller's number
    /// @param words what `${...}` stands for in an `eswitch`
    record Wanted(String context, String number, String caller, Variables words) {}

    /// Looks for the extension of a number.
    ///
    /// @param asker woken when it is worth looking again
    Finding find(Wanted what, Sleeper asker, long now) {
        var survey = survey(what, now);
        var found =
                house.dialplan()
                        .find(
                                what.context(),
                                what.number(),
                                what.caller(),
                                house.moment(now),
                                survey);
        if (survey.open().filter(n -> house.polls().ask(n, asker, now)).isPresent()) {
            return new Asking();
        }
        return found.<Finding>map(extension -> new Found(extension, survey.hasLed()))
                .orElseGet(Nowhere::new);
    }

    /// Whether a number leads somewhere, or may do so: nobody is asked.
    boolean mayLead(Wanted what, long now) {
        var survey = survey(what, now);
        return house.dialplan()
                        .find(
                                what.context(),
                                what.number(),
                                what.caller(),
                                house.moment(now),
                                survey)
                        .isPresent()
                || survey.open().isPresent();
    }

    /// What somebody is told who asks for a number; empty while others are asked.
    ///
    /// @param asker woken when it is worth looking again
    Optional<DialplanReply> reply(Wanted what, Sleeper asker, long now) {
        var survey = survey(what, now);
        var fit =
                house.dialplan()
                        .fit(
                                what.context(),
                                what.number(),
                                what.caller(),
                                house.moment(now),
                                survey);
        if (survey.open().filter(n -> house.polls().ask(n, asker, now)).isPresent()) {
            return Optional.empty();
        }
        int tone =
                house.dialplan().ignores(what.context(), what.number())
                        ? DialplanReply.IGNORE_PATTERN
                        : 0;
        return Optional.of(new DialplanReply(what.number(), status(fit) | tone, survey.holds()));
    }

    private Survey survey(Wanted what, long now) {
        return new Survey(house.polls().cache(), what.words(), now);
    }

    private static int status(Pattern.Fit fit) {
        return switch (fit) {
            case NONE -> DialplanReply.NON_EXISTENT;
            case PARTLY -> DialplanReply.CAN_EXIST | DialplanReply.MATCH_MORE;
            case EXACTLY -> DialplanReply.EXISTS;
            case ALREADY -> DialplanReply.EXISTS | DialplanReply.MATCH_MORE;
        };
    }
}

package dev.keyline.pbx.exchange;

import dev.keyline.iax.call.Cause;
import dev.keyline.pbx.application.Activity;
import dev.keyline.pbx.application.Applications;
import dev.keyline.pbx.application.Errand;
import dev.keyline.pbx.application.Event;
import dev.keyline.pbx.application.Move;
import dev.keyline.pbx.application.Office;
import dev.keyline.pbx.channel.Channel;
import dev.keyline.pbx.channel.Position;
import dev.keyline.pbx.conf.Place;
import dev.keyline.pbx.dialplan.Extension;
import dev.keyline.pbx.dialplan.Masked;
import dev.keyline.pbx.dialplan.Step;
import dev.keyline.pbx.dialplan.Substitution;
import dev.keyline.pbx.ledger.ChannelEvent;
import java.util.Optional;
import java.util.function.Supplier;

/// Takes the step of the dialplan at which a channel stands, and knows what to do where there is
/// none.
final class Steps {
    private final House house;
    private final Channel channel;
    private final Office office;
    private final Supplier<Sleeper> soon;
    private Optional<Remote> remote = Optional.empty();

    /// The extension of another exchange's dialplan that the call went to last. It is kept, because
    /// the answer that led there may have expired when Dial is over.
    private record Remote(Position start, Extension extension) {
        boolean goesOnAt(Position at) {
            return at.priority() > 1
                    && at.exten().equals(start.exten())
                    && at.context().equals(start.context());
        }
    }

    /// @param soon whoever goes on with the step that is being taken
    Steps(House house, Channel channel, Office office, Supplier<Sleeper> soon) {
        this.house = house;
        this.channel = channel;
        this.office = office;
        this.soon = soon;
    }

    /// An extension of the same context.
    Position at(String exten) {
        return new Position(channel.position().context(), exten, 1);
    }

    boolean exists(String exten, long now) {
        return extension(at(exten), now).isPresent();
    }

    private Optional<Extension> extension(Position position, long now) {
        return house.extension(position, channel.caller().number(), now);
    }

    Move take(long now) {
        var position = channel.position();
        return switch (find(position, now)) {
            case Finding.Found(var extension, boolean elsewhere) -> {
                remember(position, extension, elsewhere);
                yield extension
                        .step(position.priority())
                        .map(step -> execute(step, now))
                        .orElseGet(() -> fallThrough(now));
            }
            case Finding.Nowhere _ -> invalid(position, now);
            case Finding.Asking _ -> Move.stay(new Asking());
        };
    }

    private Finding find(Position position, long now) {
        return remote.filter(r -> r.goesOnAt(position))
                .<Finding>map(r -> new Finding.Found(r.extension(), true))
                .orElseGet(
                        () -> {
                            var wanted = new Scope(house, channel, now).wanted(position);
                            return house.guide().find(wanted, soon.get(), now);
                        });
    }

    private void remember(Position at, Extension extension, boolean elsewhere) {
        if (at.priority() == 1) {
            remote = elsewhere ? Optional.of(new Remote(at, extension)) : Optional.empty();
        }
    }

    /// Another exchange is asked where the call goes on.
    private final class Asking implements Activity {
        @Override
        public Move on(Event event, long now) {
            return event instanceof Event.TimeUp ? take(now) : Move.stay(this);
        }
    }

    /// In `h` nothing falls through: it ends with its last step.
    Move epilogue(long now) {
        var position = channel.position();
        return extension(position, now)
                .flatMap(extension -> extension.step(position.priority()))
                .map(step -> execute(step, now))
                .orElseGet(() -> new Move.HangUp(0));
    }

    Move absoluteTimeout(long now) {
        return special("T", now).orElseGet(() -> new Move.HangUp(Cause.NORMAL));
    }

    private Optional<Move> special(String exten, long now) {
        return exists(exten, now) ? Optional.of(new Move.Jump(at(exten))) : Optional.empty();
    }

    private Move invalid(Position position, long now) {
        channel.variables().set("INVALID_EXTEN", position.exten());
        if (position.exten().equals("i")) {
            return new Move.HangUp(Cause.NO_ROUTE_DESTINATION);
        }
        return special("i", now)
                .orElseGet(
                        () -> {
                            house.journal()
                                    .warning(
                                            "Channel '"
                                                    + channel.name()
                                                    + "' sent to invalid extension but no invalid"
                                                    + " handler: context,exten,priority="
                                                    + position.context()
                                                    + ","
                                                    + position.exten()
                                                    + ","
                                                    + position.priority());
                            return new Move.HangUp(Cause.NO_ROUTE_DESTINATION);
                        });
    }

    private Move execute(Step step, long now) {
        var text = Substitution.apply(step.arguments(), new Scope(house, channel, now));
        tell(step, text);
        return Applications.standard()
                .named(step.application())
                .map(
                        application ->
                                application.begin(
                                        new Errand(channel, text, step.place(), office), now))
                .orElseGet(() -> unknown(step));
    }

    private void tell(Step step, String arguments) {
        var text = Masked.secrets(arguments);
        var position = channel.position();
        house.journal()
                .verbose(
                        () ->
                                "Executing ["
                                        + position.exten()
                                        + "@"
                                        + position.context()
                                        + ":"
                                        + position.priority()
                                        + "] "
                                        + step.application()
                                        + "(\""
                                        + channel.name()
                                        + "\", \""
                                        + text
                                        + "\")");
        house.journal()
                .tell(
                        new ChannelEvent.Stepped(
                                channel.name(),
                                position.context(),
                                position.exten(),
                                position.priority(),
                                step.application(),
                                text));
    }

    private Move unknown(Step step) {
        var position = channel.position();
        house.journal()
                .warning(
                        step.place()
                                + ": No application '"
                                + step.application()
                                + "' for extension ("
                                + position.context()
                                + ", "
                                + position.exten()
                                + ", "
                                + position.priority()
                                + ")"
                                + PlanCheck.near(step.application())
                                + "; hanging up");
        return new Move.HangUp(Cause.NORMAL);
    }

    /// After the last priority: what Dial left behind decides how the caller is told, for ten
    /// seconds as in Asterisk.
    private Move fallThrough(long now) {
        if (!house.dialplan().autofallthrough()) {
            return special("t", now).orElseGet(() -> new Move.HangUp(Cause.NORMAL));
        }
        var status = channel.variables().get("DIALSTATUS").orElse("");
        house.journal()
                .verbose(
                        "Auto fallthrough, channel '"
                                + channel.name()
                                + "' status is '"
                                + (status.isEmpty() ? "UNKNOWN" : status)
                                + "'");
        return switch (status) {
            case "BUSY" -> run("Busy", now);
            case "CONGESTION", "CHANUNAVAIL" -> run("Congestion", now);
            default -> new Move.HangUp(0);
        };
    }

    private Move run(String application, long now) {
        var errand = new Errand(channel, "10", new Place("auto fallthrough", 0), office);
        return Applications.standard()
                .named(application)
                .map(a -> a.begin(errand, now))
                .orElseThrow();
    }
}

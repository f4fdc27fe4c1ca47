package dev.keyline.pbx.exchange;

import dev.keyline.pbx.channel.Channel;
import dev.keyline.pbx.channel.Position;
import dev.keyline.pbx.dialplan.Variables;
import dev.keyline.pbx.function.Functions;
import dev.keyline.pbx.function.Surroundings;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What `${...}` stands for on one channel: what is built in first, then the arguments of a
/// subroutine, the channel's own variables, and those that are global.
record Scope(House house, Channel channel, long now) implements Variables, Surroundings {
    @Override
    public String value(String name) {
        return builtIn(name)
                .or(() -> channel.subroutines().local(name))
                .or(() -> channel.variables().get(name))
                .orElseGet(() -> house.globals().value(name));
    }

    private Optional<String> builtIn(String name) {
        return switch (name) {
            case "EXTEN" -> Optional.of(channel.position().exten());
            case "CONTEXT" -> Optional.of(channel.position().context());
            case "PRIORITY" -> Optional.of(String.valueOf(channel.position().priority()));
            case "CHANNEL" -> Optional.of(channel.name());
            case "UNIQUEID" -> Optional.of(String.valueOf(channel.identity().call().value()));
            case "HANGUPCAUSE" -> Optional.of(String.valueOf(channel.hangupCause()));
            case "CALLINGPRES" -> Optional.of(String.valueOf(channel.caller().presentation()));
            case "CALLINGTON" -> Optional.of(String.valueOf(channel.caller().typeOfNumber()));
            case "CALLINGTNS" -> Optional.of(String.valueOf(channel.caller().transitNetwork()));
            case "CALLINGANI2" -> Optional.of(String.valueOf(channel.caller().ani2()));
            case "EPOCH" -> Optional.of(String.valueOf(moment().getEpochSecond()));
            default -> Optional.empty();
        };
    }

    @Override
    public String call(String function, String arguments) {
        return own().read(function, arguments.strip())
                .or(() -> Functions.call(function, arguments, this))
                .orElseGet(() -> none(function));
    }

    private String none(String function) {
        house.journal()
                .warning(
                        "there is no function "
                                + function
                                + "(); it comes to nothing on "
                                + channel.name());
        return "";
    }

    /// Sets a variable, or what a function sets.
    ///
    /// @return what is wrong, if anything
    Optional<String> set(String name, String value) {
        int open = name.indexOf('(');
        if (open > 0 && name.endsWith(")")) {
            var argument = name.substring(open + 1, name.length() - 1).strip();
            return own().write(name.substring(0, open), argument, value);
        }
        channel.variables().set(name, value);
        return Optional.empty();
    }

    /// What to look for at a place of the dialplan.
    Guide.Wanted wanted(Position at) {
        return new Guide.Wanted(at.context(), at.exten(), channel.caller().number(), this);
    }

    private ChannelFunctions own() {
        return new ChannelFunctions(channel, house.globals(), now);
    }

    @Override
    public String variable(String name) {
        return value(name);
    }

    @Override
    public Instant moment() {
        return house.instant(now);
    }

    @Override
    public ZoneId zone() {
        return house.setup().zone();
    }

    @Override
    public RandomGenerator chance() {
        return house.chance();
    }
}

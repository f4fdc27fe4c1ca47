package dev.keyline.pbx.exchange;

import dev.keyline.iax.message.Variable;
import dev.keyline.pbx.channel.Channel;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The functions that speak of a channel, read and written.
///
/// @param globals of the exchange; written by `Set(GLOBAL(x)=...)`
/// @param now the loop's time
record ChannelFunctions(Channel channel, Globals globals, long now) {
    /// Those there are.
    static final Set<String> NAMES =
            Set.of(
                    "CALLERID",
                    "CHANNEL",
                    "CONNECTEDLINE",
                    "GLOBAL",
                    "IAXVAR",
                    "LOCAL",
                    "REDIRECTING",
                    "TIMEOUT");

    /// What a function comes to; empty when there is none of that name here.
    Optional<String> read(String name, String argument) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "CALLERID" -> Optional.of(CallerIdFunction.read(channel.caller(), argument));
            case "CHANNEL" -> Optional.of(ChannelFunction.read(channel, argument));
            case "CONNECTEDLINE" ->
                    Optional.of(
                            ConnectedLineFunction.read(channel.parties().connected(), argument));
            case "REDIRECTING" ->
                    Optional.of(
                            RedirectingFunction.read(channel.parties().redirecting(), argument));
            case "GLOBAL" -> Optional.of(globals.value(argument));
            case "LOCAL" -> Optional.of(channel.subroutines().local(argument).orElse(""));
            case "IAXVAR" -> Optional.of(carried(argument));
            case "TIMEOUT" -> Optional.of(TimeoutFunction.read(channel, argument, now));
            default -> Optional.empty();
        };
    }

    private String carried(String name) {
        return channel.carried().stream()
                .filter(v -> v.name().equals(name))
                .map(Variable::value)
                .findFirst()
                .orElse("");
    }

    /// Sets what `Set(NAME(argument)=value)` sets.
    ///
    /// @return what is wrong, if anything
    Optional<String> write(String name, String argument, String value) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "CALLERID" -> {
                var changed = CallerIdFunction.write(channel.caller(), argument, value);
                changed.ifPresent(channel::caller);
                yield whether(changed.isPresent(), name, argument);
            }
            case "CHANNEL" ->
                    whether(ChannelFunction.write(channel, argument, value), name, argument);
            case "CONNECTEDLINE" ->
                    whether(
                            ConnectedLineFunction.write(channel, argument, value, now),
                            name,
                            argument);
            case "REDIRECTING" ->
                    whether(
                            RedirectingFunction.write(channel, argument, value, now),
                            name,
                            argument);
            case "GLOBAL" -> {
                globals.set(argument, value);
                yield Optional.empty();
            }
            case "LOCAL" ->
                    channel.subroutines().local(argument, value)
                            ? Optional.empty()
                            : Optional.of("LOCAL(" + argument + ") is set outside Gosub");
            case "IAXVAR" -> carry(argument, value);
            case "TIMEOUT" -> TimeoutFunction.write(channel, argument, value, now);
            default -> Optional.of("there is no function " + name + "() that could be set");
        };
    }

    private static Optional<String> whether(boolean done, String name, String argument) {
        return done ? Optional.empty() : Optional.of(name + "(" + argument + ") cannot be set");
    }

    private Optional<String> carry(String name, String value) {
        var all = new ArrayList<>(channel.carried());
        all.removeIf(v -> v.name().equals(name));
        try {
            all.add(new Variable(name, value));
        } catch (IllegalArgumentException _) {
            return Optional.of("IAXVAR(" + name + ") is no name of a variable");
        }
        if (!Variable.fit(all)) {
            return Optional.of(
                    "IAXVAR(" + name + ") is not set: a call has no room for so many, or so long");
        }
        channel.carried(all);
        return Optional.empty();
    }
}

package dev.keyline.pbx.application;

import dev.keyline.pbx.channel.Channel;
import dev.keyline.pbx.conf.Place;
import dev.keyline.pbx.dialplan.Arguments;

/// One priority to be carried out.
///
/// @param text the arguments as one text, everything in them replaced
/// @param place where it stands
public record Errand(Channel channel, String text, Place place, Office office) {
    public Arguments arguments() {
        return Arguments.of(text);
    }

    /// The same with other arguments, for applications that run another one.
    public Errand with(String arguments) {
        return new Errand(channel, arguments, place, office);
    }

    /// A warning that names the place.
    public void warn(String text) {
        office.journal().warning(place + ": " + text);
    }

    public void notice(String text) {
        office.journal().notice(place + ": " + text);
    }

    /// Sets a variable of the channel.
    public void let(String name, String value) {
        channel.variables().set(name, value);
    }
}

package dev.keyline.pbx.remote;

import dev.keyline.pbx.dialplan.Context;
import dev.keyline.pbx.dialplan.Extension;
import dev.keyline.pbx.dialplan.Masked;
import dev.keyline.pbx.dialplan.Substitution;
import dev.keyline.pbx.dialplan.Variables;
import java.util.Optional;
import java.util.regex.Pattern;

/// A number in a dialplan elsewhere.
///
/// @param target where that dialplan is, as written behind `IAX2/`: `user:[key]@host/context`; may
///   hold a secret
public record RemoteNumber(String target, String number) {
    private static final String TECHNOLOGY = "IAX2/";

    /// What may be asked for. The number becomes part of a dial string, and comes from a caller:
    /// with `&`, `@` or `/` in it he would choose whom we call, with our key. (Asterisk asks for
    /// anything.)
    private static final Pattern PLAIN = Pattern.compile("[0-9A-Za-z*#+.!~-]{1,79}");

    /// What a variable must not bring into an `eswitch`: a second target, an argument of Dial,
    /// another variable.
    private static final Pattern LOADED = Pattern.compile("[&,$]");

    /// The number in the dialplan that a switch leads to.
    ///
    /// @param words what `${...}` stands for in an `eswitch`
    /// @return empty when it leads to none that could be asked
    public static Optional<RemoteNumber> of(Context.Switch remote, String number, Variables words) {
        var text = remote.expanded() ? Substitution.apply(remote.target(), words) : remote.target();
        return isIax(text)
                        && PLAIN.matcher(number).matches()
                        && !(remote.expanded() && LOADED.matcher(text).find())
                ? Optional.of(new RemoteNumber(text.substring(TECHNOLOGY.length()), number))
                : Optional.empty();
    }

    /// Whether a switch leads to an exchange that speaks IAX2.
    public static boolean isIax(String target) {
        return target.regionMatches(true, 0, TECHNOLOGY, 0, TECHNOLOGY.length());
    }

    /// The dial string that calls it.
    public String dialString() {
        return dialString(number);
    }

    /// The dial string of the call on which questions are asked.
    public String pollString() {
        return dialString("TBD");
    }

    private String dialString(String exten) {
        int slash = target.indexOf('/');
        return slash < 0
                ? TECHNOLOGY + target + "/" + exten
                : TECHNOLOGY
                        + target.substring(0, slash)
                        + "/"
                        + exten
                        + "@"
                        + target.substring(slash + 1);
    }

    /// What a call does that gets there: it is passed on. What Dial leaves behind decides how it
    /// goes on, as after the last priority of any extension.
    public Extension extension(Context.Switch from) {
        return Extension.of(from.place(), number, "Dial", dialString());
    }

    /// As `iax2 show cache` shows it: without the login.
    public String peerAndContext() {
        return target.substring(target.indexOf('@') + 1);
    }

    @Override
    public String toString() {
        return number + " of " + Masked.secrets(TECHNOLOGY + target);
    }
}

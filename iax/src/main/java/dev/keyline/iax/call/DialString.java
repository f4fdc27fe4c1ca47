package dev.keyline.iax.call;

import dev.keyline.iax.auth.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What people write to dial:
/// `[IAX2/][user[:secret][:[key]]@]peer[:port][/exten[@context][/options]]`.
///
/// The order of splitting is Asterisk's to the letter, so that every string that works there means
/// the same here: `/` first, then the first `@` of each part, then `:`; nothing can be escaped. One
/// thing is ours: an IPv6 address in brackets where the host stands, which Asterisk cannot write.
///
/// @param username empty: none was written, the peer section's counts; present but blank: send an
///   empty one
/// @param secret what was written, if anything was
/// @param key name of the private key, if one was written
/// @param peer a section's name or a host
/// @param exten `s` unless written
/// @param context present but blank for `100@`
/// @param autoAnswer whether the options contain an `a`
/// @param remarks what in the string is of no effect, for a warning
public record DialString(
        Optional<String> username,
        Choice<Secret> secret,
        Choice<String> key,
        String peer,
        OptionalInt port,
        String exten,
        Optional<String> context,
        boolean autoAnswer,
        List<String> remarks) {

    public DialString {
        remarks = List.copyOf(remarks);
    }

    /// A field that may be left to the peer section, set, or emptied on purpose.
    public sealed interface Choice<T> {
        /// Not written: the peer section's value counts.
        record Inherited<T>() implements Choice<T> {}

        /// Written.
        record Given<T>(T value) implements Choice<T> {}

        /// Written as nothing (`user:@peer`, `user:[]@peer`): the peer section's value does not
        /// count.
        record Suppressed<T>() implements Choice<T> {}

        /// The value that counts, given the peer section's.
        default Optional<T> over(Optional<T> inherited) {
            return switch (this) {
                case Inherited<T> _ -> inherited;
                case Given<T>(var value) -> Optional.of(value);
                case Suppressed<T> _ -> Optional.empty();
            };
        }
    }

    /// Parses a dial string. Every text is one, if an odd one: what is left out has its default.
    public static DialString parse(String text) {
        var whole = text.startsWith("IAX2/") ? text.substring(5) : text;
        var parts = whole.split("/", 3);
        var remarks = new ArrayList<String>();
        var extension = parts.length > 1 ? parts[1] : "";
        int at = extension.indexOf('@');
        var exten = at < 0 ? extension : extension.substring(0, at);
        var context = at < 0 ? Optional.<String>empty() : Optional.of(extension.substring(at + 1));
        int end = parts[0].indexOf('@');
        var host = Host.parse(parts[0].substring(end + 1), remarks);
        var who =
                Login.parse(
                        end < 0 ? Optional.empty() : Optional.of(parts[0].substring(0, end)),
                        remarks);
        return new DialString(
                who.username(),
                who.secret(),
                who.key(),
                host.name(),
                host.port(),
                exten.isEmpty() ? "s" : exten,
                context,
                parts.length > 2 && parts[2].contains("a"),
                remarks);
    }

    private record Host(String name, OptionalInt port) {
        static Host parse(String text, List<String> remarks) {
            int bracket = text.startsWith("[") ? text.indexOf(']') : -1;
            int colon = text.indexOf(':', bracket + 1);
            var name = colon < 0 ? text : text.substring(0, colon);
            var bare = bracket < 0 ? name : text.substring(1, bracket);
            return new Host(
                    bare,
                    colon < 0 ? OptionalInt.empty() : port(text.substring(colon + 1), remarks));
        }

        private static OptionalInt port(String text, List<String> remarks) {
            if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 0xFFFF) {
                return OptionalInt.of(Integer.parseInt(text));
            }
            remarks.add("'" + text + "' is no port number (0 to 65535) and is ignored");
            return OptionalInt.empty();
        }
    }

    private record Login(Optional<String> username, Choice<Secret> secret, Choice<String> key) {
        static Login parse(Optional<String> credentials, List<String> remarks) {
            if (credentials.isEmpty()) {
                return new Login(
                        Optional.empty(), new Choice.Inherited<>(), new Choice.Inherited<>());
            }
            var fields = credentials.get().split(":", 3);
            var second = fields.length > 1 ? Optional.of(fields[1]) : Optional.<String>empty();
            var third = fields.length > 2 ? Optional.of(fields[2]) : Optional.<String>empty();
            var key = second.filter(Login::isKey).or(() -> third.filter(Login::isKey));
            var secret = second.filter(Login::isKey).isPresent() ? third : second;
            if (third.isPresent() && key.isEmpty()) {
                remarks.add(
                        "the text after the second ':' is no [key] and is ignored; a secret cannot hold ':'");
            }
            return new Login(Optional.of(fields[0]), secret(secret), key(key));
        }

        private static boolean isKey(String field) {
            return field.strip().startsWith("[");
        }

        private static Choice<Secret> secret(Optional<String> written) {
            if (written.isEmpty()) {
                return new Choice.Inherited<>();
            }
            if (written.get().isEmpty()) {
                return new Choice.Suppressed<>();
            }
            return new Choice.Given<>(new Secret(written.get()));
        }

        private static Choice<String> key(Optional<String> written) {
            if (written.isEmpty()) {
                return new Choice.Inherited<>();
            }
            var bare = written.get().strip();
            // `[key` without its bracket names a key that is called so: nobody's, and the refusal
            // says which.
            var name = bare.endsWith("]") ? bare.substring(1, bare.length() - 1).strip() : bare;
            return name.isEmpty() ? new Choice.Suppressed<>() : new Choice.Given<>(name);
        }
    }
}

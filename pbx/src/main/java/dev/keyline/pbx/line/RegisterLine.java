package dev.keyline.pbx.line;

import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.conf.Place;
import dev.keyline.pbx.conf.Problem;
import dev.keyline.pbx.conf.Setting;
import java.util.List;
import java.util.Optional;

/// `register => user[:secret|:[key]]@host[:port]`: where we want to be found.
///
/// @param key name of the private key that signs; then no secret is shown
public record RegisterLine(
        Place place,
        String username,
        Optional<String> key,
        Optional<Secret> secret,
        String host,
        int port) {
    /// What we show: with a key RSA alone, with a secret MD5 alone.
    public Credentials credentials() {
        return Credentials.usual(username, key, secret);
    }

    /// The same wish, written elsewhere.
    public RegisterLine withPlace(Place other) {
        return new RegisterLine(other, username, key, secret, host, port);
    }

    /// The address, if the host is one and no name.
    public Optional<PeerAddress> address() {
        return Routing.literal(host, port);
    }

    /// Reads a line; one that cannot be read is left out, with a remark.
    static Optional<RegisterLine> read(Setting setting, List<Problem> problems) {
        var text = setting.value();
        int at = text.indexOf('@');
        if (at <= 0 || at == text.length() - 1) {
            return leftOut(
                    setting,
                    "Format for registration is user[:secret|:[key]]@host[:port]",
                    problems);
        }
        if (text.indexOf('@', at + 1) >= 0) { // the rest of a secret would be looked up, and shown
            return leftOut(setting, "a secret cannot hold '@'", problems);
        }
        var who = text.substring(0, at).split(":", -1);
        var where = text.substring(at + 1);
        if (who.length > 2) {
            problems.add(
                    Problem.warning(
                            setting.place(),
                            "register: what follows the second ':' of '"
                                    + who[0]
                                    + ":...' is not used; a secret cannot hold ':' here"));
        }
        var proof = who.length > 1 ? who[1].strip() : "";
        if (proof.startsWith("[") && (!proof.endsWith("]") || proof.length() < 3)) {
            return leftOut(setting, "a key is written [NAME]", problems);
        }
        return port(where)
                .map(port -> of(setting, who[0], proof, host(where), port))
                .or(() -> leftOut(setting, "the port is no number from 1 to 65535", problems));
    }

    private static RegisterLine of(
            Setting setting, String user, String proof, String host, int port) {
        var key =
                proof.startsWith("[")
                        ? Optional.of(proof.substring(1, proof.length() - 1).strip())
                        : Optional.<String>empty();
        var secret =
                key.isPresent() || proof.isEmpty()
                        ? Optional.<Secret>empty()
                        : Optional.of(new Secret(proof));
        return new RegisterLine(setting.place(), user, key, secret, host, port);
    }

    private static String host(String where) {
        return where.startsWith("[") || where.indexOf(':') < 0
                ? where.split("\\]:", 2)[0].replace("[", "").replace("]", "")
                : where.substring(0, where.indexOf(':'));
    }

    private static Optional<Integer> port(String where) {
        int colon = where.startsWith("[") ? where.indexOf("]:") + 1 : where.indexOf(':');
        if (colon <= 0) {
            return Optional.of(PeerAddress.DEFAULT_PORT);
        }
        var digits = where.substring(colon + 1);
        return digits.matches("\\d{1,5}")
                ? Optional.of(Integer.parseInt(digits)).filter(p -> p > 0 && p < 65536)
                : Optional.empty();
    }

    private static Optional<RegisterLine> leftOut(
            Setting setting, String why, List<Problem> problems) {
        problems.add(Problem.error(setting.place(), "register: " + why + "; the line is left out"));
        return Optional.empty();
    }

    /// `user@host:port`, without what proves it.
    @Override
    public String toString() {
        return username + "@" + host + ":" + port;
    }
}

package dev.keyline.pbx.line;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Guard;
import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.auth.Secret;
import dev.keyline.pbx.conf.Place;
import dev.keyline.pbx.conf.Problem;
import dev.keyline.pbx.conf.Section;
import dev.keyline.pbx.conf.Setting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds out what a section asks of those who call by it. Everything doubtful closes it: Asterisk
/// lets a caller with an empty secret in, ignores words in `auth=` that it does not know, and takes
/// a missing `dbsecret` for no secret at all.
final class AccessReader {
    private final Section section;
    private final General general;
    private final KeyRing ring;
    private final List<Problem> problems;

    AccessReader(Section section, General general, KeyRing ring, List<Problem> problems) {
        this.section = section;
        this.general = general;
        this.ring = ring;
        this.problems = problems;
    }

    Access read() {
        return read("anybody may call by it without proof, and whoever gives no name does");
    }

    Access readForRegistration() {
        return read("anybody may register as it without proof, and gets its calls");
    }

    private Access read(String danger) {
        var auth = new SectionReader(section, problems).auth();
        var trouble = trouble(auth);
        if (trouble.isPresent()) {
            return new Access.Unusable(methods(auth), trouble.get());
        }
        if (inkeys().isEmpty() && secrets().isEmpty()) {
            problems.add(
                    Problem.notice(
                            section.place(),
                            "[" + section.name() + "] has no secret= and no inkeys=: " + danger));
            return new Access.Free();
        }
        return guarded(methods(auth), auth);
    }

    private Access guarded(Set<AuthMethod> wanted, SectionReader.Auth auth) {
        var methods = EnumSet.copyOf(wanted);
        if (inkeys().isEmpty()) {
            methods.remove(AuthMethod.RSA);
        }
        if (secrets().isEmpty()) {
            methods.remove(AuthMethod.MD5);
            methods.remove(AuthMethod.PLAINTEXT);
        }
        if (methods.isEmpty()) {
            return new Access.Unusable(wanted, unusable(missing(wanted)));
        }
        advise(methods, wanted, auth);
        adviseOnEncryption();
        checkKeys();
        return new Access.Guarded(
                new Guard(section.name(), methods, inkeys(), secrets()), encryption().encryption());
    }

    private static String missing(Set<AuthMethod> wanted) {
        return wanted.contains(AuthMethod.RSA)
                ? "auth=" + words(wanted) + " and no inkeys="
                : "auth=" + words(wanted) + " and no secret=";
    }

    private static String words(Set<AuthMethod> methods) {
        return AuthMethod.words(methods).replace(", ", ",");
    }

    private void advise(Set<AuthMethod> methods, Set<AuthMethod> wanted, SectionReader.Auth auth) {
        if (methods.contains(AuthMethod.PLAINTEXT)) {
            warn("auth=plaintext lets the secret cross the network in the clear");
        }
        if (!methods.equals(wanted)) {
            warn(
                    "auth="
                            + words(wanted)
                            + ", and nothing to check "
                            + (methods.contains(AuthMethod.RSA) ? "a secret" : "a key")
                            + " with: only "
                            + words(methods)
                            + " is offered");
        }
        if (auth instanceof SectionReader.Auth.Unwritten
                && general.auth().isEmpty()
                && methods.contains(AuthMethod.RSA)) {
            warn(
                    "inkeys= without auth=: callers may show "
                            + words(methods)
                            + "; write auth=rsa to insist on a key");
        }
    }

    private void checkKeys() {
        for (var name : inkeys()) {
            ring.publicKey(name)
                    .objection()
                    .ifPresent(why -> problems.add(Problem.warning(place(), unusable(name, why))));
        }
    }

    private Place place() {
        return section.last("inkeys").map(Setting::place).orElse(section.place());
    }

    private static String unusable(String key, String why) {
        return "Requested inkey '" + key + "' for RSA authentication does not exist: " + why;
    }

    private void warn(String text) {
        problems.add(Problem.warning(section.place(), "[" + section.name() + "] " + text));
    }

    /// What the section asks for, before it is known whether it can.
    private Set<AuthMethod> methods(SectionReader.Auth auth) {
        return switch (auth) {
            case SectionReader.Auth.Written(var methods) -> methods;
            case SectionReader.Auth.Unwritten _, SectionReader.Auth.Nonsense _ ->
                    general.auth().orElseGet(this::derived);
        };
    }

    private Set<AuthMethod> derived() {
        var methods = EnumSet.noneOf(AuthMethod.class);
        if (!inkeys().isEmpty()) {
            methods.add(AuthMethod.RSA);
        }
        if (!secrets().isEmpty() || methods.isEmpty()) {
            methods.add(AuthMethod.MD5);
        }
        return methods;
    }

    private Optional<String> trouble(SectionReader.Auth auth) {
        if (auth instanceof SectionReader.Auth.Nonsense(var why)) {
            return Optional.of(unusable(why));
        }
        return section.settings().stream()
                .map(this::objection)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> bare(auth))
                .or(() -> forced(methods(auth)))
                .map(this::unusable);
    }

    /// A section that asks for a proof in so many words, and has nothing to check one with.
    private Optional<String> bare(SectionReader.Auth auth) {
        return auth instanceof SectionReader.Auth.Written(var methods)
                        && inkeys().isEmpty()
                        && secrets().isEmpty()
                ? Optional.of(missing(methods))
                : Optional.empty();
    }

    /// The key of an encrypted call is made of a challenge and a secret.
    private Optional<String> forced(Set<AuthMethod> methods) {
        var read = encryption();
        if (read.trouble().isPresent() || !read.encryption().forced()) {
            return read.trouble();
        }
        if (secrets().isEmpty()) {
            return Optional.of("forceencryption=yes and no secret= to encrypt with");
        }
        return methods.equals(Set.of(AuthMethod.PLAINTEXT))
                ? Optional.of("forceencryption=yes, and auth=plaintext cannot be encrypted")
                : Optional.empty();
    }

    private EncryptionReader.Read encryption() {
        return EncryptionReader.read(
                new SectionReader(section, new ArrayList<>()), general.encryption());
    }

    private void adviseOnEncryption() {
        if (section.last("encryption").isPresent()
                && encryption().encryption().allowed()
                && secrets().isEmpty()) {
            warn(
                    "encryption= needs a secret= beside the keys; without one its calls go in"
                            + " clear");
        }
    }

    private Optional<String> objection(Setting setting) {
        if (setting.is("secret") && alternatives(setting).isEmpty()) {
            return at(setting, "secret= is empty, and an empty secret proves nothing");
        }
        if (setting.is("inkeys") && keyNames(setting).isEmpty()) {
            return at(setting, "inkeys= names no key");
        }
        if (setting.is("dbsecret")) {
            return at(setting, "dbsecret= cannot be looked up: there is no database yet");
        }
        return setting.is("acl")
                ? at(setting, "acl= names a list of acl.conf, which is not read yet")
                : Optional.empty();
    }

    private static Optional<String> at(Setting setting, String why) {
        return Optional.of(why + " (" + setting.place() + ")");
    }

    private String unusable(String why) {
        problems.add(
                Problem.error(
                        section.place(),
                        "[" + section.name() + "] lets nobody in until this is mended: " + why));
        return why;
    }

    private List<String> inkeys() {
        return section.last("inkeys").map(AccessReader::keyNames).orElse(List.of());
    }

    private static List<String> keyNames(Setting inkeys) {
        return Arrays.stream(inkeys.value().split(":", -1))
                .map(String::strip)
                .filter(n -> !n.isEmpty())
                .toList();
    }

    /// Repeated lines are alternatives, and so are texts parted by `;`.
    private List<Secret> secrets() {
        return section.all("secret").stream()
                .flatMap(setting -> alternatives(setting).stream())
                .map(Secret::new)
                .toList();
    }

    private static List<String> alternatives(Setting secret) {
        return Arrays.stream(secret.value().split(";", -1)).filter(t -> !t.isEmpty()).toList();
    }
}

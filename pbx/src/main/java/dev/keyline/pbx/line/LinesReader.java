package dev.keyline.pbx.line;

import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.conf.Acl;
import dev.keyline.pbx.conf.CallerIdText;
import dev.keyline.pbx.conf.Conf;
import dev.keyline.pbx.conf.Problem;
import dev.keyline.pbx.conf.Section;
import dev.keyline.pbx.conf.Setting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Makes [Lines] of `iax.conf`.
public final class LinesReader {
    private final KeyRing ring;
    private final List<Problem> problems;
    private final List<User> users = new ArrayList<>();
    private final List<Peer> peers = new ArrayList<>();

    private LinesReader(KeyRing ring, List<Problem> problems) {
        this.ring = ring;
        this.problems = problems;
    }

    /// Reads all sections; every oddity is added to `problems`.
    ///
    /// @param ring only asked whether keys exist
    public static Lines read(Conf.Usable conf, KeyRing ring, List<Problem> problems) {
        var found = new ArrayList<Problem>();
        var lines = readAll(conf, ring, found);
        found.stream().distinct().forEach(problems::add); // a friend is looked at twice
        return lines;
    }

    private static Lines readAll(Conf.Usable conf, KeyRing ring, List<Problem> problems) {
        var reader = new LinesReader(ring, problems);
        IaxOptions.remark(
                conf.sections().stream()
                        .filter(s -> !s.name().equalsIgnoreCase("callnumberlimits"))
                        .toList(),
                problems);
        var general = GeneralReader.read(conf.section("general"), problems);
        sections(conf).forEach(section -> reader.section(section, general));
        return new Lines(general, reader.users, reader.peers);
    }

    /// The sections of users and peers. Those of the same name count as one, the later lines after
    /// the earlier.
    public static List<Section> sections(Conf.Usable conf) {
        var byName = new LinkedHashMap<String, Section>();
        for (var section : conf.sections()) {
            if (!Set.of("general", "callnumberlimits").contains(section.name())) {
                byName.merge(section.name(), section, LinesReader::joined);
            }
        }
        return List.copyOf(byName.values());
    }

    private static Section joined(Section first, Section second) {
        var settings = new ArrayList<>(first.settings());
        settings.addAll(second.settings());
        return new Section(first.name(), false, settings, first.place());
    }

    private void section(Section section, General general) {
        var type = section.last("type").map(t -> t.value().toLowerCase(Locale.ROOT)).orElse("");
        switch (type) {
            case "user" -> users.add(user(section, general));
            case "peer" -> peers.add(peer(section, general));
            case "friend" -> {
                users.add(user(section, general));
                peers.add(peer(section, general));
            }
            case "" -> leftOut(section, "has no type=");
            default -> leftOut(section, "has type=" + type);
        }
    }

    private void leftOut(Section section, String why) {
        problems.add(
                Problem.warning(
                        section.place(),
                        "Section '"
                                + section.name()
                                + "' "
                                + why
                                + "; write user, peer or friend; it is left out"));
    }

    private User user(Section section, General general) {
        var values = new SectionReader(section, problems);
        var acl = Acl.of(section, problems);
        var access = new AccessReader(section, general, ring, problems).read();
        warnOfAnyContext(section);
        return new User(
                section.name(),
                section.place(),
                acl.isPresent() ? access : closed(section, access),
                section.all("context").stream().map(Setting::value).toList(),
                acl.orElse(Acl.OPEN),
                values.codecs(general.codecs()),
                general.voice().in(values),
                EtiquetteReader.read(values, general.etiquette()),
                caller(section),
                variables(section),
                values.number("maxauthreq", 0, 65535, general.pending()),
                tokenRule(section),
                values.text("language").orElse(general.language()),
                values.text("accountcode").orElse(general.account()),
                values.truth("immediate").orElse(false));
    }

    private void warnOfAnyContext(Section section) {
        section.all("context").stream()
                .filter(setting -> setting.value().equals("*"))
                .map(Setting::place)
                .map(
                        place ->
                                Problem.warning(
                                        place,
                                        "["
                                                + section.name()
                                                + "] context=* lets its callers go to any context"
                                                + " of the dialplan"))
                .forEach(problems::add);
    }

    private Access closed(Section section, Access access) {
        var why = "its permit and deny lines cannot be read";
        problems.add(
                Problem.error(
                        section.place(),
                        "[" + section.name() + "] lets nobody in until this is mended: " + why));
        return new Access.Unusable(access.methods(), why);
    }

    private static Optional<CallerIdText> caller(Section section) {
        var whole =
                section.last("callerid")
                        .map(Setting::value)
                        .filter(v -> !v.equalsIgnoreCase("asreceived") && !v.isEmpty())
                        .map(CallerIdText::parse);
        var name = section.last("fullname").map(Setting::value);
        var number = section.last("cid_number").map(Setting::value);
        if (name.isEmpty() && number.isEmpty()) {
            return whole;
        }
        var base = whole.orElse(new CallerIdText("", ""));
        return Optional.of(
                new CallerIdText(name.orElse(base.name()), number.orElse(base.number())));
    }

    private List<User.Assignment> variables(Section section) {
        var all = new ArrayList<User.Assignment>();
        for (var setting : section.all("setvar")) {
            int equals = setting.value().indexOf('=');
            if (equals <= 0) {
                problems.add(Problem.warning(setting.place(), "setvar needs NAME=value; left out"));
            } else {
                all.add(
                        new User.Assignment(
                                setting.value().substring(0, equals).strip(),
                                setting.value().substring(equals + 1).strip()));
            }
        }
        return all;
    }

    private Optional<TokenRule> tokenRule(Section section) {
        var values = new SectionReader(section, problems);
        return values.text("requirecalltoken").filter(v -> v.equalsIgnoreCase("auto")).isPresent()
                ? Optional.of(TokenRule.AUTO)
                : values.truth("requirecalltoken").map(yes -> yes ? TokenRule.YES : TokenRule.NO);
    }

    private Peer peer(Section section, General general) {
        var values = new SectionReader(section, problems);
        var auth = values.auth();
        var encryption = EncryptionReader.read(values, general.encryption());
        section.last("outkey").ifPresent(this::checkOutkey);
        return new Peer(
                section.name(),
                section.place(),
                host(section, values),
                values.text("username").orElse(""),
                secret(section),
                values.text("outkey"),
                auth instanceof SectionReader.Auth.Written(var methods)
                        ? Optional.of(methods)
                        : general.auth(),
                section.last("peercontext").map(Setting::value),
                encryption.encryption(),
                values.codecs(general.codecs()),
                general.voice().in(values),
                EtiquetteReader.read(values, general.etiquette()),
                values.text("language").orElse(general.language()),
                Qualify.read(values, general.qualify()),
                enrolling(section, general),
                trouble(auth, values, encryption));
    }

    /// Asterisk lets a dynamic peer without `auth=` register by MD5 alone, and takes an empty
    /// secret for one; here keys and secrets are looked at as they are for callers.
    private Optional<Enrolling> enrolling(Section section, General general) {
        var values = new SectionReader(section, problems);
        if (!values.text("host").orElse("").equalsIgnoreCase("dynamic")) {
            return Optional.empty();
        }
        var acl = Acl.of(section, problems);
        var access = new AccessReader(section, general, ring, problems).readForRegistration();
        return Optional.of(
                new Enrolling(
                        acl.isPresent() ? access : closed(section, access),
                        acl.orElse(Acl.OPEN),
                        values.number("minregexpire", 1, 65535, general.leastExpiry()),
                        values.number("maxregexpire", 1, 65535, general.mostExpiry()),
                        caller(section),
                        values.text("regexten")
                                .map(text -> List.of(text.split("&", -1)))
                                .orElse(List.of(section.name())),
                        mailboxes(values)));
    }

    private static List<String> mailboxes(SectionReader values) {
        return Arrays.stream(values.text("mailbox").orElse("").split(",", -1))
                .map(String::strip)
                .filter(box -> !box.isEmpty())
                .toList();
    }

    private void checkOutkey(Setting outkey) {
        ring.privateKey(outkey.value())
                .objection()
                .map(why -> "Unable to find private key '" + outkey.value() + "': " + why)
                .ifPresent(words -> problems.add(Problem.warning(outkey.place(), words)));
    }

    private static Optional<String> trouble(
            SectionReader.Auth auth, SectionReader values, EncryptionReader.Read encryption) {
        if (auth instanceof SectionReader.Auth.Nonsense(var why)) {
            return Optional.of(why);
        }
        if (values.section().last("dbsecret").isPresent()) {
            return Optional.of("dbsecret= cannot be looked up: there is no database yet");
        }
        return encryption.trouble();
    }

    private static Optional<Secret> secret(Section section) {
        return section.last("secret")
                .map(Setting::value)
                .filter(v -> !v.isEmpty())
                .map(Secret::new);
    }

    private Peer.Host host(Section section, SectionReader values) {
        int port = values.number("port", 0, 65535, PeerAddress.DEFAULT_PORT);
        var host = values.text("host").orElse("");
        if (host.isEmpty()) {
            return new Peer.Host.Nowhere();
        }
        if (host.equalsIgnoreCase("dynamic")) {
            return values.text("defaultip")
                    .map(address -> written(address, port))
                    .orElseGet(Peer.Host.Dynamic::new);
        }
        return written(host, port);
    }

    private static Peer.Host written(String host, int port) {
        return Routing.literal(host, port)
                .<Peer.Host>map(Peer.Host.At::new)
                .orElseGet(() -> new Peer.Host.Named(host, port));
    }
}

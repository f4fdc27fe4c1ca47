package dev.keyline.pbx.line;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.call.Circumstances;
import dev.keyline.iax.call.CodecChoice;
import dev.keyline.iax.call.Encryption;
import dev.keyline.iax.endpoint.Config;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.registration.Registrant;
import dev.keyline.iax.trunk.TrunkSettings;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.channel.Etiquette;
import dev.keyline.pbx.conf.Place;
import dev.keyline.pbx.conf.Problem;
import dev.keyline.pbx.conf.Range;
import dev.keyline.pbx.conf.Section;
import dev.keyline.pbx.conf.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads `[general]`.
final class GeneralReader {
    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;

    /// Without `allow=` and `bandwidth=`: the sound formats of the first 16 bits.
    private static final long HIGH = 0xFFFF;

    /// `bandwidth=medium` leaves out what needs some 32 kbit/s and more.
    private static final long MEDIUM = 0x0FB3;

    /// `bandwidth=low` leaves what needs no more than some 16 kbit/s.
    private static final long LOW = 0x0783;

    private final SectionReader values;
    private final List<Problem> problems;

    private GeneralReader(Section section, List<Problem> problems) {
        this.values = new SectionReader(section, problems);
        this.problems = problems;
    }

    static General read(Optional<Section> section, List<Problem> problems) {
        var present =
                section.orElseGet(
                        () -> new Section("general", false, List.of(), new Place("iax.conf", 0)));
        return new GeneralReader(present, problems).general();
    }

    private General general() {
        var codecs = values.codecs(new Codecs(preset(), CodecChoice.HOST));
        return new General(
                auth(),
                codecs,
                values.number("maxauthreq", 0, 65535, 3),
                tokenless(),
                values.truth("allowguest").orElse(true),
                values.text("language").orElse(""),
                values.text("accountcode").orElse(""),
                values.section().all("bindaddr").stream().map(Setting::value).toList(),
                values.number("bindport", 0, 65535, PeerAddress.DEFAULT_PORT),
                encryption(),
                VoiceRules.general(values),
                EtiquetteReader.read(values, Etiquette.USUAL),
                values.truth("shrinkcallerid").orElse(true),
                Qualify.read(values, Qualify.NEVER),
                autokill(),
                values.number("minregexpire", 1, 65535, 60),
                values.number("maxregexpire", 1, 65535, 60),
                values.text("regcontext").orElse(""),
                registrations(),
                LoginRules.read(values),
                PollingRules.read(values),
                SocketRules.read(values),
                config());
    }

    private Optional<Set<AuthMethod>> auth() {
        return switch (values.auth()) {
            case SectionReader.Auth.Written(var methods) -> Optional.of(methods);
            case SectionReader.Auth.Unwritten _ -> Optional.empty();
            // the word has become an error; RSA alone is the narrowest reading of it
            case SectionReader.Auth.Nonsense _ -> Optional.of(Set.of(AuthMethod.RSA));
        };
    }

    /// A word in `encryption=` that is none has become an error; whoever wrote it wanted
    /// encryption.
    private Encryption encryption() {
        var read = EncryptionReader.read(values, Encryption.NONE);
        return read.trouble().isEmpty() ? read.encryption() : Encryption.FORCED;
    }

    private List<MediaFormat> preset() {
        var word = values.text("bandwidth").orElse("high").toLowerCase(Locale.ROOT);
        return MediaFormat.bestFirst(
                switch (word) {
                    case "low" -> LOW;
                    case "medium" -> MEDIUM;
                    default -> HIGH;
                });
    }

    /// A source that cannot be read stays one that needs a token; Asterisk refuses the whole file.
    private List<Range> tokenless() {
        var ranges = new ArrayList<Range>();
        for (var setting : values.section().all("calltokenoptional")) {
            var range = Range.parse(setting.value());
            range.ifPresent(ranges::add);
            if (range.isEmpty()) {
                problems.add(
                        Problem.error(
                                setting.place(),
                                "calltokenoptional="
                                        + setting.value()
                                        + " is no address range; callers from there need a token"));
            }
        }
        return ranges;
    }

    /// `yes` is two seconds; a number is milliseconds.
    private long autokill() {
        return values.text("autokill").filter(word -> word.matches("\\d+")).isPresent()
                ? values.number("autokill", 0, 600_000, 0) * MILLI
                : values.truth("autokill").orElse(false) ? 2000 * MILLI : 0;
    }

    private List<RegisterLine> registrations() {
        return values.section().all("register").stream()
                .flatMap(setting -> RegisterLine.read(setting, problems).stream())
                .toList();
    }

    private Config config() {
        return new Config(
                LimitsReader.limits(values),
                LimitsReader.pace(values),
                delays(),
                values.number("pingtime", 1, 3600, 21) * SECOND,
                values.number("lagrqtime", 1, 3600, 10) * SECOND,
                trunk(),
                new Registrant.Patience(
                        values.number("registerretry", 1, 3600, 10) * SECOND,
                        values.number("registerretrymax", 1, 86400, 300) * SECOND));
    }

    private TrunkSettings trunk() {
        var usual = TrunkSettings.USUAL;
        int size = values.number("trunkmaxsize", 0, 999_999_999, usual.maxSize());
        return new TrunkSettings(
                values.number("trunkfreq", 10, 1000, 20) * MILLI,
                mtu(usual.mtu()),
                size == 0 ? usual.maxSize() : size,
                values.truth("trunktimestamps").orElse(usual.timestamps()));
    }

    /// 0 is no limit but the receiver's; less than one block of µ-law is no envelope.
    private int mtu(int otherwise) {
        return values.text("trunkmtu").filter("0"::equals).isPresent()
                ? 0
                : values.number(
                        "trunkmtu", TrunkSettings.LEAST_MTU, TrunkSettings.MOST_MTU, otherwise);
    }

    /// A wrong answer is refused after a second unless `delayreject=no` is written; Asterisk does
    /// so only with `delayreject=yes`.
    private Circumstances.Delays delays() {
        boolean late = values.truth("delayreject").orElse(true);
        return new Circumstances.Delays(
                late ? Circumstances.Delays.USUAL.refusal() : 0,
                values.number("authtimeout", 1, 300, 15) * SECOND);
    }
}

package dev.keyline.pbx.line;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.call.CodecChoice;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.transfer.TransferRule;
import dev.keyline.pbx.conf.CodecList;
import dev.keyline.pbx.conf.Problem;
import dev.keyline.pbx.conf.Section;
import dev.keyline.pbx.conf.Setting;
import dev.keyline.pbx.conf.Words;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Reads typed values from one section; a value that makes no sense becomes a problem and counts as
/// not written.
record SectionReader(Section section, List<Problem> problems) {
    /// What `allow=all` stands for. Asterisk has the formats in the order in which it knows them,
    /// and so G.723.1 first; here the best are first.
    private static final List<String> ALL_AUDIO =
            MediaFormat.bestFirst(-1L).stream().map(MediaFormat::asteriskName).toList();

    Optional<String> text(String option) {
        return section.last(option).map(Setting::value).filter(v -> !v.isEmpty());
    }

    Optional<Boolean> truth(String option) {
        return section.last(option)
                .flatMap(
                        setting -> {
                            var truth = Words.truth(setting.value());
                            if (truth.isEmpty()) {
                                nonsense(setting, "yes or no");
                            }
                            return truth;
                        });
    }

    int number(String option, int least, int most, int otherwise) {
        return section.last(option)
                .flatMap(setting -> number(setting, least, most))
                .orElse(otherwise);
    }

    private Optional<Integer> number(Setting setting, int least, int most) {
        var text = setting.value();
        var number =
                text.matches("\\d{1,9}")
                        ? Optional.of(Integer.parseInt(text)).filter(n -> n >= least && n <= most)
                        : Optional.<Integer>empty();
        if (number.isEmpty()) {
            nonsense(setting, "a number from " + least + " to " + most);
        }
        return number;
    }

    /// `transfer=yes`, `no` or `mediaonly`; any other word counts as no.
    Optional<TransferRule> transfer() {
        return section.last("transfer")
                .map(
                        setting -> {
                            if (setting.value().equalsIgnoreCase("mediaonly")) {
                                return TransferRule.MEDIA_ONLY;
                            }
                            var truth = Words.truth(setting.value());
                            if (truth.isEmpty()) {
                                problems.add(
                                        Problem.warning(
                                                setting.place(),
                                                "transfer must be yes, no or mediaonly; it counts"
                                                        + " as no"));
                            }
                            return truth.orElse(false) ? TransferRule.YES : TransferRule.NO;
                        });
    }

    private void nonsense(Setting setting, String wanted) {
        problems.add(
                Problem.warning(
                        setting.place(),
                        setting.name() + " must be " + wanted + "; the line is left out"));
    }

    /// The methods an `auth=` line names; a word that is none becomes an error, and is returned as
    /// such: half a rule is worse than none.
    Auth auth() {
        var setting = section.last("auth");
        if (setting.isEmpty()) {
            return new Auth.Unwritten();
        }
        var methods = EnumSet.noneOf(AuthMethod.class);
        for (var word : setting.get().value().toLowerCase(Locale.ROOT).split("[,|\\s]+", -1)) {
            var method =
                    Arrays.stream(AuthMethod.values()).filter(m -> m.word().equals(word)).findAny();
            if (method.isEmpty()) {
                var why = "auth=" + word + " is no method; write rsa, md5 or plaintext";
                problems.add(Problem.error(setting.get().place(), why));
                return new Auth.Nonsense(why + " (" + setting.get().place() + ")");
            }
            methods.add(method.get());
        }
        return new Auth.Written(methods);
    }

    /// What an `auth=` line says.
    sealed interface Auth {
        record Unwritten() implements Auth {}

        record Written(Set<AuthMethod> methods) implements Auth {
            public Written {
                methods = Set.copyOf(methods);
            }
        }

        record Nonsense(String why) implements Auth {}
    }

    Codecs codecs(Codecs before) {
        var names = before.allowed().stream().map(MediaFormat::asteriskName).toList();
        var allowed =
                CodecList.apply(
                                names,
                                section,
                                ALL_AUDIO,
                                name -> MediaFormat.ofName(name) != null,
                                problems)
                        .stream()
                        .map(MediaFormat::ofName)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        return new Codecs(allowed, choice(before.choice()));
    }

    private CodecChoice choice(CodecChoice before) {
        return section.last("codecpriority")
                .flatMap(
                        setting -> {
                            var word = setting.value().toUpperCase(Locale.ROOT);
                            var choice =
                                    Arrays.stream(CodecChoice.values())
                                            .filter(c -> c.name().equals(word))
                                            .findAny();
                            if (choice.isEmpty()) {
                                nonsense(setting, "host, caller, disabled or reqonly");
                            }
                            return choice;
                        })
                .orElse(before);
    }
}

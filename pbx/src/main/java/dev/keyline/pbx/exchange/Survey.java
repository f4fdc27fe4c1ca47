package dev.keyline.pbx.exchange;

import dev.keyline.iax.message.DialplanReply;
import dev.keyline.pbx.dialplan.Context;
import dev.keyline.pbx.dialplan.Elsewhere;
import dev.keyline.pbx.dialplan.Extension;
import dev.keyline.pbx.dialplan.Pattern;
import dev.keyline.pbx.dialplan.Variables;
import dev.keyline.pbx.remote.Answer;
import dev.keyline.pbx.remote.AnswerCache;
import dev.keyline.pbx.remote.RemoteNumber;
import java.util.Optional;

/// One look into the dialplan by what is known of others, and what would have to be asked to know
/// for sure. The first such number is enough: one is asked after the other, in the order in which
/// they count, so that nobody learns a number that leads to somebody before him.
final class Survey implements Elsewhere {
    private static final long SECOND = 1_000_000_000L;

    private final AnswerCache<Sleeper> cache;
    private final Variables words;
    private final long now;
    private Optional<RemoteNumber> open = Optional.empty();
    private boolean hasLed;
    private long holds = DialplanReply.USUAL_REFRESH * SECOND;

    /// @param words what `${...}` stands for in an `eswitch`
    Survey(AnswerCache<Sleeper> cache, Variables words, long now) {
        this.cache = cache;
        this.words = words;
        this.now = now;
    }

    /// What has to be asked first.
    Optional<RemoteNumber> open() {
        return open;
    }

    /// Whether what was found is of another exchange's dialplan.
    boolean hasLed() {
        return hasLed;
    }

    /// For how many seconds what was found holds: no longer than what others said.
    int holds() {
        return (int) Math.max(1, holds / SECOND);
    }

    @Override
    public Optional<Extension> find(Context.Switch remote, String number) {
        var fit = fit(remote, number);
        if (fit != Pattern.Fit.EXACTLY && fit != Pattern.Fit.ALREADY) {
            return Optional.empty();
        }
        var found = RemoteNumber.of(remote, number, words).map(n -> n.extension(remote));
        hasLed = found.isPresent();
        return found;
    }

    @Override
    public Pattern.Fit fit(Context.Switch remote, String number) {
        return open.isPresent()
                ? Pattern.Fit.NONE
                : RemoteNumber.of(remote, number, words)
                        .flatMap(this::look)
                        .map(Answer::fit)
                        .orElse(Pattern.Fit.NONE);
    }

    private Optional<Answer> look(RemoteNumber number) {
        var known = cache.known(number, now);
        known.ifPresentOrElse(
                answer -> holds = Math.min(holds, answer.expires() - now),
                () -> open = Optional.of(number));
        return known;
    }
}

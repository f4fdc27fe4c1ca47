package dev.keyline.pbx.remote;

import dev.keyline.iax.message.DialplanReply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What others answered, for as long as it holds, and what they are still asked.
///
/// @param <W> whoever waits for an answer
public final class AnswerCache<W> {
    private static final long SECOND = 1_000_000_000L;

    /// How long an answer is waited for; Asterisk's time.
    public static final long PATIENCE = 5 * SECOND;

    /// How long a number leads nowhere after that, counted from the question; Asterisk's as well.
    private static final long SILENCE = 60 * SECOND;

    /// Who may wait for one answer; Asterisk's number.
    private static final int MOST_WAITERS = 256;

    private final Map<RemoteNumber, Answer> answers = new LinkedHashMap<>();
    private final Map<RemoteNumber, OpenQuestion<W>> open = new LinkedHashMap<>();
    private long forgotten;

    /// What is known of a number; empty when somebody has to be asked first.
    public Optional<Answer> known(RemoteNumber number, long now) {
        return Optional.ofNullable(answers.get(number)).filter(answer -> answer.expires() > now);
    }

    /// Has a number asked for, or waits for an answer that is on its way.
    ///
    /// @param most answers and questions kept at once
    /// @return false when there is no room for another question, or for another who waits
    public boolean ask(RemoteNumber number, W waiter, int most, long now) {
        var asked = open.get(number);
        if (asked == null) {
            if (!makeRoom(most, now)) {
                return false;
            }
            answers.remove(number);
            asked = new OpenQuestion<>(now);
            open.put(number, asked);
        }
        return asked.admit(waiter, MOST_WAITERS);
    }

    /// What holds no longer goes first, then what would have held the shortest.
    private boolean makeRoom(int most, long now) {
        answers.values().removeIf(answer -> answer.expires() <= now);
        while (answers.size() + open.size() >= most && !answers.isEmpty()) {
            var first =
                    answers.entrySet().stream()
                            .min(Comparator.comparingLong(e -> e.getValue().expires()))
                            .orElseThrow()
                            .getKey();
            answers.remove(first);
            forgotten++;
        }
        return answers.size() + open.size() < most;
    }

    /// What has not been sent yet to this target.
    public List<RemoteNumber> unsent(String target) {
        return numbers(target, question -> !question.isSent());
    }

    /// Whether anything is still asked there.
    public boolean isAsked(String target) {
        return !numbers(target, _ -> true).isEmpty();
    }

    private List<RemoteNumber> numbers(String target, Predicate<OpenQuestion<W>> which) {
        return open.entrySet().stream()
                .filter(e -> e.getKey().target().equals(target) && which.test(e.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    public void sent(RemoteNumber number) {
        Optional.ofNullable(open.get(number)).ifPresent(OpenQuestion::send);
    }

    /// What was sent to this target and not answered has to be sent again.
    public void resend(String target) {
        numbers(target, OpenQuestion::isSent)
                .forEach(n -> Optional.ofNullable(open.get(n)).ifPresent(OpenQuestion::unsend));
    }

    /// They answer. An answer that comes late still counts.
    ///
    /// @return who waited; empty when nobody asked for this number
    public Optional<List<W>> answered(String target, DialplanReply reply, long now) {
        var number = new RemoteNumber(target, reply.number());
        var asked = open.remove(number);
        if (asked == null && !(answers.get(number) instanceof Answer.Missing)) {
            return Optional.empty();
        }
        long since = asked == null ? now : asked.since();
        answers.put(number, new Answer.Given(reply.status(), since + reply.holds() * SECOND));
        return Optional.of(asked == null ? List.of() : asked.waiters());
    }

    /// Gives up what was not answered in time.
    ///
    /// @return for what, and who waited
    public Map<RemoteNumber, List<W>> giveUp(long now) {
        return settle(
                open.entrySet().stream()
                        .filter(e -> e.getValue().since() + PATIENCE <= now)
                        .map(Map.Entry::getKey)
                        .toList());
    }

    /// Gives up everything asked of this target: there is nobody to ask.
    ///
    /// @return for what, and who waited
    public Map<RemoteNumber, List<W>> giveUp(String target) {
        return settle(numbers(target, _ -> true));
    }

    private Map<RemoteNumber, List<W>> settle(List<RemoteNumber> numbers) {
        var waiters = new LinkedHashMap<RemoteNumber, List<W>>();
        for (var number : numbers) {
            var asked = open.remove(number);
            if (asked != null) {
                answers.put(number, new Answer.Missing(asked.isSent(), asked.since() + SILENCE));
                waiters.put(number, asked.waiters());
            }
        }
        return waiters;
    }

    /// When [#giveUp] has something to do next.
    public long due() {
        long due = Long.MAX_VALUE;
        for (var question : open.values()) {
            due = Math.min(due, question.since() + PATIENCE);
        }
        return due;
    }

    /// How many answers were forgotten before their time, for want of room.
    public long forgotten() {
        return forgotten;
    }

    /// Everything, for tables; what is still asked comes last.
    public List<CachedAnswer> list(long now) {
        var lines = new ArrayList<CachedAnswer>();
        answers.forEach(
                (number, answer) ->
                        lines.add(line(number, answer.expires() - now, 0, answer.flags())));
        open.forEach(
                (number, asked) ->
                        lines.add(
                                line(
                                        number,
                                        asked.since() + DialplanReply.USUAL_REFRESH * SECOND - now,
                                        asked.waiters().size(),
                                        asked.flags())));
        return lines;
    }

    private static CachedAnswer line(
            RemoteNumber number, long left, int waiters, List<String> flags) {
        return new CachedAnswer(
                number.peerAndContext(), number.number(), left / SECOND, waiters, flags);
    }
}

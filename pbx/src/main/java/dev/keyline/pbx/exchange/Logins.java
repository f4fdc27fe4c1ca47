package dev.keyline.pbx.exchange;

import dev.keyline.iax.auth.Verdict;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.ledger.LoginEvent;
import dev.keyline.pbx.ledger.SecurityText;
import dev.keyline.pbx.line.FailedLogins;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All logins pass here, good ones and others, ours and those of others: they are told to who
/// watches, counted by reason, and remembered. Before an old key is taken away, one sees here who
/// used it last.
final class Logins {
    /// Failures that are no guess: nobody offered a proof, or a good one was not enough.
    private static final Set<String> INNOCENT =
            Stream.of(
                            Verdict.Reason.NO_REPLY,
                            Verdict.Reason.GAVE_UP,
                            Verdict.Reason.NOT_ENCRYPTED,
                            Verdict.Reason.NOTHING_TO_CHECK)
                    .map(Verdict.Reason::word)
                    .collect(Collectors.toUnmodifiableSet());

    private final House house;
    private final Map<String, Login> last = new TreeMap<>();
    private final SortedMap<String, Long> refusals = new TreeMap<>();
    private final FailedLogins failed = new FailedLogins();
    private final Set<String> tokens = new HashSet<>();
    private final Hush hush = new Hush();
    private long accepted;

    Logins(House house) {
        this.house = house;
    }

    void happened(LoginEvent event, long now) {
        house.journal().tell(event);
        if (event.attempt().kind().isIncoming()) {
            if (house.lines().general().loginRules().securityLog()) {
                house.journal().security(SecurityText.of(event));
            }
            count(event, now);
        }
    }

    private void count(LoginEvent event, long now) {
        var attempt = event.attempt();
        switch (event) {
            case LoginEvent.Accepted good -> {
                accepted++;
                last.put(attempt.account(), login(good));
                failed.succeeded(attempt.peer(), attempt.account(), now);
            }
            case LoginEvent.Refused bad -> {
                refusals.merge(bad.reason(), 1L, Long::sum);
                if (!INNOCENT.contains(bad.reason())) {
                    failed(attempt.peer(), now);
                }
            }
        }
    }

    private void failed(PeerAddress from, long now) {
        var rule = house.lines().general().loginRules().failures();
        if (failed.failed(from, rule, now)) {
            house.journal()
                    .warning(
                            "Host %s has failed %d times within a minute; it is not answered for %d s"
                                            .formatted(
                                                    from,
                                                    rule.most() + 1,
                                                    rule.silence() / 1_000_000_000L)
                                    + " (loginfailures, loginsilence)");
        }
    }

    private static Login login(LoginEvent.Accepted good) {
        var attempt = good.attempt();
        return new Login(
                attempt.account(),
                attempt.kind().word(),
                attempt.at(),
                attempt.peer(),
                attempt.used().map(method -> method.word()).orElse("none"),
                good.key(),
                good.fingerprint());
    }

    /// A section has proved itself and had a call token.
    void broughtToken(String name) {
        tokens.add(name);
    }

    boolean showsTokens(String name) {
        return tokens.contains(name);
    }

    /// Whether one more who was asked and said nothing is told of now. He is counted anyhow.
    boolean tellsOfSilence(PeerAddress from, Verdict.Reason reason, long now) {
        int most = house.lines().general().port().limits().noticesPerSecond();
        boolean told = hush.allows(from, most, now);
        if (!told) {
            refusals.merge(reason.word(), 1L, Long::sum);
        }
        return told;
    }

    /// What was left out since the last who was told of, to be added to a line of the log.
    String unsaid() {
        return hush.unsaid();
    }

    /// Whether somebody is heard who wants to be let in.
    boolean hears(String name, PeerAddress from, long now) {
        return failed.hears(from, name, now);
    }

    /// The last of each account, by name.
    List<Login> all() {
        return List.copyOf(last.values());
    }

    /// How many were let in since the start, and how many were not, by the reason.
    LoginCounts counts() {
        return new LoginCounts(accepted, refusals);
    }
}

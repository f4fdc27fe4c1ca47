package dev.keyline.pbx.replay;

import dev.keyline.iax.sim.Network;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.PeerAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Lets the recorded side of a conversation speak again, to an exchange of ours, and waits for each
/// answer that it got then.
///
/// What they say comes at its time, but never before the answers that had come before it. Numbers
/// of calls and frames, stamps in acknowledgements, tokens and answers to challenges are brought
/// over to what we really said.
final class Replay {
    private static final long TICK = 1_000_000;
    private static final long PATIENCE = 40_000 * TICK;
    private static final long AFTERWARDS = 150_000 * TICK;

    /// How often, in ticks, the ends of a transfer try to connect.
    private static final int CONNECT_EVERY = 1000;

    private final List<Step> steps;
    private final PeerAddress us;
    private final Standin standin;
    private final Set<String> foreseen;
    private final Network net;
    private final Lines lines;
    private final Script script;
    private final Inbox inbox;
    private final SortedSet<String> findings = new TreeSet<>();
    private final Set<List<Object>> come = new HashSet<>();

    /// @param foreseen findings that are no reason to wait
    Replay(Recording recording, PeerAddress us, Standin standin, Set<String> foreseen) {
        this.steps = recording.of(us);
        this.us = us;
        this.standin = standin;
        this.foreseen = foreseen;
        this.net = standin.net();
        this.lines = new Lines(recording, us);
        this.script = new Script(net, us, lines, standin.answers());
        this.inbox = new Inbox(net, us, lines, script, kinds("also ", foreseen));
    }

    private static Set<String> kinds(String mark, Set<String> findings) {
        return findings.stream()
                .filter(finding -> finding.startsWith(mark))
                .map(finding -> finding.substring(mark.length()))
                .collect(Collectors.toSet());
    }

    /// What was not as it should be; in words that stay the same from run to run.
    SortedSet<String> run() {
        long late = 0;
        for (var step : steps) {
            pass(step.at() + late - net.now());
            if (step.from().equals(us)) {
                expect(step);
                late = Math.max(late, net.now() - step.at());
            } else {
                script.say(step);
                inbox.listen();
            }
        }
        finish();
        return findings;
    }

    private void pass(long nanos) {
        for (long left = nanos; left > 0; left -= TICK) {
            net.run(Math.min(left, TICK));
            inbox.listen();
        }
    }

    private void finish() {
        pass(1000 * TICK);
        for (var line : lines.all()) {
            line.unacknowledged().forEach(kind -> findings.add("no ACK of " + kind));
        }
        inbox.close();
        net.run(AFTERWARDS);
        inbox.listen();
        inbox.extras().forEach(kind -> findings.add("also " + kind));
        if (!standin.exchange().channels().isEmpty()) {
            findings.add("not over");
        }
    }

    /// Something that was said in our place.
    private void expect(Step step) {
        if (!(step.frame() instanceof FullFrame then) || step.again() || step.noise()) {
            return;
        }
        var kind = Kinds.of(then);
        var line = Kinds.isFree(kind) ? null : lines.of(step);
        if (line == null || line.isOver()) {
            return;
        }
        standin.prompt(then);
        var found = await(step, isDue(step, kind) ? PATIENCE : 0);
        if (found.isPresent()) {
            inbox.remove(found.get());
            come.add(List.of(step.to(), kind));
            lines.match(line, then, found.get().frame());
            findings.addAll(Comparison.of(then, found.get().frame()));
        } else if (isDue(step, kind) || foreseen.contains("no " + kind)) {
            findings.add("no " + kind);
        }
    }

    /// Whether it is time that such a frame has come. Of those that are repeated at will one is
    /// enough, and it may be the last.
    private boolean isDue(Step step, String kind) {
        return !foreseen.contains("no " + kind)
                && (!Kinds.isRepeated(kind)
                        || (!come.contains(List.of(step.to(), kind)) && isLast(step, kind)));
    }

    private boolean isLast(Step step, String kind) {
        return steps.stream()
                .filter(later -> later.number() > step.number())
                .filter(later -> later.from().equals(us) && later.to().equals(step.to()))
                .noneMatch(
                        later ->
                                later.frame() instanceof FullFrame full
                                        && Kinds.of(full).equals(kind));
    }

    private Optional<Inbox.Heard> await(Step step, long patience) {
        long until = net.now() + patience;
        inbox.listen();
        var found = inbox.find(step);
        for (int tick = 1; found.isEmpty() && net.now() < until; tick++) {
            if (tick % CONNECT_EVERY == 0) {
                script.connectAgain();
            }
            pass(TICK);
            found = inbox.find(step);
        }
        return found;
    }
}

package dev.keyline.tools.doctor;

import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.call.DialString;
import dev.keyline.iax.net.Phone;
import dev.keyline.pbx.doctor.Spot;
import dev.keyline.pbx.doctor.Verdict;
import dev.keyline.pbx.doctor.Visit;
import dev.keyline.pbx.line.Lines;
import dev.keyline.pbx.line.Names;
import dev.keyline.pbx.line.Peer;
import dev.keyline.pbx.line.RegisterLine;
import dev.keyline.pbx.line.Route;
import dev.keyline.pbx.line.Routing;
import dev.keyline.pbx.line.Whereabouts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Asks the peers and registrars of a configuration, all at the same time, over a port of its own.
///
/// @param names looks hosts up
public record Rounds(Lines lines, KeyRing ring, Names names) {
    /// What nobody's extension is called.
    static final String EXTENSION = "keyline-doctor";

    /// Asks them; takes some five seconds at most, however many they are.
    ///
    /// @param only the section to ask; empty for all, and for the registrars
    /// @throws IOException when no port can be opened
    public List<Visit> make(Optional<String> only) throws IOException, InterruptedException {
        try (var phone = Phone.open(ring);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var under = new ArrayList<Future<Visit>>();
            for (var visit : visits(new Bedside(phone), only)) {
                under.add(threads.submit(visit));
            }
            var made = new ArrayList<Visit>();
            for (var visit : under) {
                made.add(visit.get());
            }
            return made;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a visit went wrong", e);
        }
    }

    private List<Callable<Visit>> visits(Bedside bedside, Optional<String> only) {
        var visits = new ArrayList<Callable<Visit>>();
        lines.peers().stream()
                .filter(peer -> only.map(peer.name()::equals).orElse(true))
                .forEach(peer -> visits.add(() -> visit(bedside, peer)));
        if (only.isEmpty()) {
            lines.general().registrations().forEach(line -> visits.add(() -> visit(bedside, line)));
        }
        return visits;
    }

    private Visit visit(Bedside bedside, Peer peer) throws InterruptedException {
        var spot = new Spot(peer.place(), "[" + peer.name() + "]", List.of(peer.name()));
        var who = new Bedside.Who(spot, peer.name(), peer.username());
        var wish = DialString.parse("IAX2/" + peer.name() + "/" + EXTENSION);
        return switch (Routing.route(wish, lines, Whereabouts.UNKNOWN)) {
            case Route.Nowhere(_, var why) ->
                    bedside.untried(
                            who,
                            peer.host() instanceof Peer.Host.Dynamic
                                    ? "it registers with us, and only the running exchange knows"
                                            + " where it is"
                                    : why);
            case Route.To(var address, var call) -> bedside.visit(who, address, call);
            case Route.Lookup(var host, int port, var call) -> {
                var address = names.resolve(host, port);
                yield address.isEmpty()
                        ? bedside.untried(who, "no name server knows '" + host + "'")
                        : bedside.visit(who, address.get(), call);
            }
        };
    }

    /// To register for a try would send the calls for us here, and to take it back would end the
    /// registration of the running exchange. So a call is tried with the same proof; where that is
    /// refused, nothing is known, because a registrar need not take calls by that name.
    private Visit visit(Bedside bedside, RegisterLine line) throws InterruptedException {
        var spot = new Spot(line.place(), "register", List.of());
        var who = new Bedside.Who(spot, line.toString(), line.username());
        var address = line.address().or(() -> names.resolve(line.host(), line.port()));
        if (address.isEmpty()) {
            return bedside.untried(who, "no name server knows '" + line.host() + "'");
        }
        var visit = bedside.visit(who, address.get(), call(line));
        return visit.verdict() instanceof Verdict.Refused
                        || visit.verdict() instanceof Verdict.Unasked
                ? bedside.undecided(visit)
                : visit;
    }

    private Route.Call call(RegisterLine line) {
        var general = lines.general();
        return new Route.Call(
                line.host(),
                EXTENSION,
                Optional.empty(),
                line.credentials(),
                general.encryption(),
                general.codecs(),
                general.voice(),
                general.etiquette(),
                "",
                false);
    }
}

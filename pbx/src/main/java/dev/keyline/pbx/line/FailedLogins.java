package dev.keyline.pbx.line;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import java.util.LinkedHashMap;
import java.util.Map;

/// Who has failed to log in too often, and is not heard for a while: guessing at secrets is made
/// slow, without a door for locking others out. What counts is the address alone, a whole /64 of
/// IPv6, never the account: else anybody could keep the owner of a name away by failing in it. And
/// whoever has logged in from there lately is heard as ever, so that a guesser behind the same
/// address translation does not silence his neighbour.
public final class FailedLogins {
    /// Addresses and logins that are remembered; the oldest are forgotten.
    static final int MEMORY = 10_000;

    private static final long SECOND = 1_000_000_000L;
    private static final long WINDOW = 60 * SECOND;

    /// How long a good login vouches for its account at its address.
    private static final long VOUCHED = 3600 * SECOND;

    private final Map<Bytes, Failures> failures = new Bounded<>();
    private final Map<Login, Long> good = new Bounded<>();

    private record Failures(int count, long since, long silentUntil) {}

    private record Login(Bytes network, String name) {}

    /// The rule.
    ///
    /// @param most failures within a minute that are still borne (`loginfailures`); 0 for any
    ///   number
    /// @param silence nanoseconds without an answer then (`loginsilence`)
    public record Rule(int most, long silence) {
        /// What holds unless it is written otherwise.
        public static final Rule USUAL = new Rule(10, 60 * SECOND);
    }

    private static final class Bounded<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MEMORY;
        }
    }

    /// A proof was wrong.
    ///
    /// @return whether the address is silenced by it
    public boolean failed(PeerAddress from, Rule rule, long now) {
        var network = from.network();
        var known = failures.remove(network);
        var before =
                known == null || now - known.since() > WINDOW ? new Failures(0, now, 0) : known;
        int count = before.count() + 1;
        boolean enough = rule.most() > 0 && count > rule.most();
        long until = enough ? now + rule.silence() : before.silentUntil();
        failures.put(network, new Failures(count, before.since(), until));
        return enough;
    }

    /// A proof was right.
    public void succeeded(PeerAddress from, String name, long now) {
        var login = new Login(from.network(), name);
        good.remove(login);
        good.put(login, now);
    }

    /// Whether a login is heard.
    ///
    /// @param name the account asked for
    public boolean hears(PeerAddress from, String name, long now) {
        var bad = failures.get(from.network());
        return bad == null || now >= bad.silentUntil() || isVouchedFor(from, name, now);
    }

    private boolean isVouchedFor(PeerAddress from, String name, long now) {
        var last = good.get(new Login(from.network(), name));
        return last != null && now - last <= VOUCHED;
    }
}

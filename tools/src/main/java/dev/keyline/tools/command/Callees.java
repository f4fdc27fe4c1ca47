package dev.keyline.tools.command;

import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.call.IaxUri;
import dev.keyline.iax.net.Addresses;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.tools.load.Destinations;
import dev.keyline.tools.load.Scenario;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// Whom a scenario calls: hosts looked up, keys loaded.
record Callees(Destinations destinations, KeyRing ring) {
    /// Looks everything up, which may take seconds. A key whose name has `{n}` in it is tried with
    /// the first number.
    static Callees of(Scenario scenario, Optional<Secret> secret, Optional<Path> keys, Talk talk)
            throws UnknownHostException, CallerKeys.Unusable {
        var hosts = new HashMap<String, PeerAddress>();
        var rings = new ArrayList<KeyRing>();
        for (var role : scenario.roles()) {
            var first = IaxUri.orDialString(role.first());
            if (!hosts.containsKey(first.peer())) {
                hosts.put(first.peer(), Addresses.resolve(first.peer(), 0));
            }
            rings.add(CallerKeys.of(first, keys, talk).ring());
        }
        return new Callees(new Destinations(hosts, secret), new Rings(rings));
    }

    /// The keys of all roles.
    private record Rings(List<KeyRing> rings) implements KeyRing {
        @Override
        public Lookup<RSAPrivateKey> privateKey(String name) {
            return best(rings.stream().map(ring -> ring.privateKey(name)).toList());
        }

        @Override
        public Lookup<RSAPublicKey> publicKey(String name) {
            return best(rings.stream().map(ring -> ring.publicKey(name)).toList());
        }

        private static <K> Lookup<K> best(List<Lookup<K>> found) {
            return found.stream()
                    .filter(Found.class::isInstance)
                    .findFirst()
                    .orElse(found.getFirst());
        }
    }
}

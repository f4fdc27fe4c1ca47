package dev.keyline.tools.doctor;

import dev.keyline.iax.net.Addresses;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.line.Names;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// Asks the name servers, each name once, and waits no longer than five seconds for one.
final class LookUps implements Names {
    private static final int SECONDS = 5;

    private final Map<String, Optional<PeerAddress>> known = new ConcurrentHashMap<>();

    @Override
    public Optional<PeerAddress> resolve(String host, int port) {
        return known.computeIfAbsent(host, LookUps::ask)
                .map(address -> new PeerAddress(address.ip(), port));
    }

    private static Optional<PeerAddress> ask(String host) {
        var answer = new CompletableFuture<Optional<PeerAddress>>();
        Thread.startVirtualThread(() -> answer.complete(address(host)));
        return answer.completeOnTimeout(Optional.empty(), SECONDS, TimeUnit.SECONDS).join();
    }

    private static Optional<PeerAddress> address(String host) {
        try {
            return Optional.of(Addresses.resolve(host, PeerAddress.DEFAULT_PORT));
        } catch (UnknownHostException nobody) {
            return Optional.empty();
        }
    }
}

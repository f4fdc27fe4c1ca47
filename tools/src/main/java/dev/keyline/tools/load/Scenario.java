package dev.keyline.tools.load;

import dev.keyline.iax.sim.Weather;
import dev.keyline.iax.wire.PeerAddress;
import java.util.List;

/// A load test.
///
/// @param limit calls at once at most; further ones wait until one is over
/// @param ping nanoseconds between the PINGs of a call
/// @param trunkMtu octets of a trunk's envelope at most; 0 for as many as a receiver looks at
/// @param sources addresses to call from; port 0 is any free one
/// @param apart whether datagrams go one by one through the kernel, as those of most peers do
/// @param weather what is done to datagrams in both directions
/// @param roles at least one
public record Scenario(
        Pacing pacing,
        int limit,
        long ping,
        int trunkMtu,
        List<PeerAddress> sources,
        boolean apart,
        Weather weather,
        List<Role> roles) {
    public Scenario {
        sources = List.copyOf(sources);
        roles = List.copyOf(roles);
    }

    /// Who the caller of this number is: roles take turns by their shares.
    Turn turn(long call) {
        long all = roles.stream().mapToLong(Role::share).sum();
        long round = call / all;
        long rest = call % all;
        for (var role : roles) {
            if (rest < role.share()) {
                return new Turn(role, round * role.share() + rest);
            }
            rest -= role.share();
        }
        throw new IllegalStateException("the shares do not add up");
    }

    /// @param count the callers of this role before this one
    record Turn(Role role, long count) {}
}

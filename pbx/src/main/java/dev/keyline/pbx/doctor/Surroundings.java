package dev.keyline.pbx.doctor;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.pbx.line.Names;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the files do not say themselves.
///
/// @param now decides what has expired
/// @param names looks up hosts; may take its time
/// @param own the IP addresses of this machine; empty when the exchange may run on another
/// @param written when each file of the key directory was last written, by its name
/// @param openFiles the configuration files that everybody on the machine may read, by name
/// @param asksPasscodes whether somebody is asked for passphrases at each start (`initcrypto`)
public record Surroundings(
        Instant now,
        Names names,
        Optional<Set<Bytes>> own,
        Map<String, Instant> written,
        Set<String> openFiles,
        boolean asksPasscodes) {
    public Surroundings {
        own = own.map(Set::copyOf);
        written = Map.copyOf(written);
        openFiles = Set.copyOf(openFiles);
    }

    /// Whether that is an address of this machine, as far as we know them.
    boolean isHere(Bytes ip) {
        return isLoopback(ip.toArray()) || own.filter(all -> all.contains(ip)).isPresent();
    }

    private static boolean isLoopback(byte[] ip) {
        boolean six = ip.length == 16 && ip[15] == 1;
        for (int i = 0; i < ip.length - 1; i++) {
            six &= ip[i] == 0;
        }
        return six || (ip.length == 4 && ip[0] == 127);
    }
}

package dev.keyline.pbx.line;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.call.Encryption;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.channel.Etiquette;
import dev.keyline.pbx.conf.Range;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `[general]`: what holds unless a section says otherwise.
///
/// @param auth `auth=`, if written
/// @param tokenless sources that need no call token (`calltokenoptional`)
/// @param guests whether open sections take calls without a name (`allowguest`)
/// @param bindAddresses where to listen, as written, the usual one first; empty for every address
///   of IPv4
/// @param encryption whether calls are encrypted
/// @param voice how voice is treated on its way
/// @param etiquette what peers are told beside the voice
/// @param shrinksNumbers whether callers' numbers lose what only eases reading (`shrinkcallerid`)
/// @param autokill nanoseconds after which a call of ours is given up of which nothing was heard; 0
///   for never
/// @param leastExpiry seconds a registration is kept at least (`minregexpire`)
/// @param mostExpiry the longest (`maxregexpire`)
/// @param registrationContext `regcontext`, empty for none
/// @param loginRules what becomes of logins, and where they are written
/// @param polling how dialplans ask each other
/// @param sockets how the port treats its sockets
/// @param port the timing and limits of the port
public record General(
        Optional<Set<AuthMethod>> auth,
        Codecs codecs,
        int pending,
        List<Range> tokenless,
        boolean guests,
        String language,
        String account,
        List<String> bindAddresses,
        int bindPort,
        Encryption encryption,
        VoiceRules voice,
        Etiquette etiquette,
        boolean shrinksNumbers,
        Qualify qualify,
        long autokill,
        int leastExpiry,
        int mostExpiry,
        String registrationContext,
        List<RegisterLine> registrations,
        LoginRules loginRules,
        PollingRules polling,
        SocketRules sockets,
        dev.keyline.iax.endpoint.Config port) {
    public General {
        tokenless = List.copyOf(tokenless);
        registrations = List.copyOf(registrations);
    }

    boolean needsNoToken(PeerAddress from) {
        var octets = from.ip().toArray();
        return tokenless.stream().anyMatch(range -> range.contains(octets));
    }
}

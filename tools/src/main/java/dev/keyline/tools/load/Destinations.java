package dev.keyline.tools.load;

import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.call.Destination;
import dev.keyline.iax.call.DialString;
import dev.keyline.iax.call.Encryption;
import dev.keyline.iax.call.IaxUri;
import dev.keyline.iax.message.CallerId;
import dev.keyline.iax.message.MediaOffer;
import dev.keyline.iax.registration.Registration;
import dev.keyline.iax.wire.PeerAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whom callers call, host names being looked up already.
///
/// @param hosts addresses by host name, whatever their port
/// @param secret for dial strings that name none
public record Destinations(Map<String, PeerAddress> hosts, Optional<Secret> secret) {
    public Destinations {
        hosts = Map.copyOf(hosts);
    }

    Destination of(Role.Calling role, long turn) {
        var wish = IaxUri.orDialString(role.numbers().fill(role.to(), turn));
        var from = role.numbers().fill(role.from(), turn);
        return new Destination(
                address(wish),
                wish.exten(),
                wish.context().orElse(null),
                credentials(wish),
                from.isEmpty() ? CallerId.NONE : CallerId.of(from, ""),
                MediaOffer.of(role.codecs()),
                "",
                wish.autoAnswer(),
                List.of(),
                null,
                role.encrypt() ? Encryption.FORCED : Encryption.NONE);
    }

    Registration of(Role.Registering role, long turn) {
        var wish = IaxUri.orDialString(role.numbers().fill(role.to(), turn));
        return new Registration(address(wish), credentials(wish), Registration.USUAL_REFRESH);
    }

    private Credentials credentials(DialString wish) {
        return Credentials.usual(
                wish.username().orElse(""),
                wish.key().over(Optional.empty()),
                wish.secret().over(secret));
    }

    private PeerAddress address(DialString wish) {
        var host = hosts.get(wish.peer());
        if (host == null) {
            throw new IllegalStateException(wish.peer() + " was not looked up");
        }
        return new PeerAddress(host.ip(), wish.port().orElse(PeerAddress.DEFAULT_PORT));
    }
}

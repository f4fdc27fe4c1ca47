package dev.keyline.iax.registration;

import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.message.AuthResult;
import dev.keyline.iax.message.FirstMessage;
import dev.keyline.iax.message.RegisterRelease;
import dev.keyline.iax.message.RegisterRequest;
import dev.keyline.iax.wire.Bytes;

/// What an attempt to register may rely on; none of it changes.
///
/// @param leaving whether we wish to be forgotten
public record RegistrantSide(Registration wish, boolean leaving, KeyRing ring) {
    private static final String LEAVING = "Unregistered";

    Credentials credentials() {
        return wish.credentials();
    }

    /// The request, with or without a proof. Its empty CALLTOKEN says that we know call tokens.
    FirstMessage request(AuthResult result) {
        var name = credentials().username();
        return leaving
                ? new RegisterRelease(name, 0, result, Bytes.EMPTY, LEAVING, 0)
                : new RegisterRequest(name, wish.refresh(), result, Bytes.EMPTY);
    }
}

package dev.keyline.pbx.line;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.call.Encryption;
import java.util.Set;

/// All that somebody without a proof can find out about a section: what its challenge looks like,
/// and how many there are at once.
///
/// @param pending `maxauthreq`
record Offer(Set<AuthMethod> methods, Encryption encryption, int pending) {
    /// What a file without any guarded section pretends.
    static Offer plain(General general) {
        return new Offer(Set.of(AuthMethod.MD5), general.encryption(), general.pending());
    }

    static Offer of(User user, General general) {
        var encryption =
                user.access() instanceof Access.Guarded(_, var its) ? its : general.encryption();
        var methods = user.access().methods();
        return new Offer(
                methods.isEmpty() ? plain(general).methods() : methods, encryption, user.pending());
    }
}

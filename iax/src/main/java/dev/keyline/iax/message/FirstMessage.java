package dev.keyline.iax.message;

import dev.keyline.iax.wire.Bytes;
import org.jspecify.annotations.Nullable;

/// A message that begins a dialogue and may have to be said again with a call token: NEW, REGREQ
/// and REGREL.
public sealed interface FirstMessage extends Message permits New, RegisterRequest, RegisterRelease {
    /// The token: null for "I know no tokens", empty for "I can fetch one".
    @Nullable Bytes callToken();

    /// The same message with this token.
    FirstMessage withCallToken(Bytes token);

    /// Whether a name that is looked up has control characters in it.
    boolean hasControls();
}

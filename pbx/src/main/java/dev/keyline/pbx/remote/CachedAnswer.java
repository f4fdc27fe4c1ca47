package dev.keyline.pbx.remote;

import java.util.List;

/// A line of `iax2 show cache`.
///
/// @param peerAndContext whom it was asked of, without the login
/// @param secondsLeft for how long it holds; 0 or less when it holds no longer
/// @param waiters how many wait for it
/// @param flags Asterisk's, such as `EXISTS` and `TRANSMITTED`
public record CachedAnswer(
        String peerAndContext, String number, long secondsLeft, int waiters, List<String> flags) {
    public CachedAnswer {
        flags = List.copyOf(flags);
    }
}

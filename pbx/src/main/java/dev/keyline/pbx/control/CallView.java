package dev.keyline.pbx.control;

import dev.keyline.iax.message.MediaFormat;
import dev.keyline.pbx.channel.Channel;

/// One channel, as a list of calls shows it.
///
/// @param channel `IAX2/east-12`
/// @param state Asterisk's word: `Ring`, `Ringing`, `Up`
/// @param seconds since it began
/// @param method how they proved who they are, or we did: `none`, `MD5`, `RSA`
/// @param key name of the key, empty without one
/// @param format `ulaw`; empty until the call is accepted
public record CallView(
        String channel,
        boolean incoming,
        String peer,
        String state,
        String context,
        String exten,
        long seconds,
        String callerNumber,
        String callerName,
        String method,
        String key,
        String fingerprint,
        String format) {
    public static CallView of(Channel channel, long now) {
        return new CallView(
                channel.name(),
                channel.identity().incoming(),
                channel.identity().peer().toString(),
                channel.state().word(),
                channel.position().context(),
                channel.position().exten(),
                (now - channel.since()) / 1_000_000_000L,
                channel.caller().number(),
                channel.caller().name(),
                channel.proof().method(),
                channel.proof().key(),
                channel.proof().fingerprint(),
                channel.format().map(MediaFormat::asteriskName).orElse(""));
    }
}

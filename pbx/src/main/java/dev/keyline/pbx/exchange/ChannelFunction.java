package dev.keyline.pbx.exchange;

import dev.keyline.iax.message.MediaFormat;
import dev.keyline.pbx.channel.Channel;
import dev.keyline.pbx.conf.Words;
import java.util.Locale;

/// `CHANNEL(...)`: facts about a channel, and its language and account.
final class ChannelFunction {
    private ChannelFunction() {}

    static String read(Channel channel, String part) {
        return switch (part.toLowerCase(Locale.ROOT)) {
            case "name" -> channel.name();
            case "state" -> channel.state().word();
            case "channeltype" -> "IAX2";
            case "peerip", "recvip" -> channel.identity().peer().host();
            case "peername" -> channel.identity().section();
            case "language" -> channel.language();
            case "accountcode" -> channel.account();
            case "musicclass" -> channel.parties().musicClass();
            case "audioreadformat", "audiowriteformat", "audionativeformat" ->
                    channel.format().map(MediaFormat::asteriskName).orElse("");
            case "auth_method" -> channel.proof().method();
            case "auth_key" -> channel.proof().key();
            case "auth_fingerprint" -> channel.proof().fingerprint();
            case "secure_signaling", "secure_media" -> channel.isEncrypted() ? "1" : "";
            case "secure_bridge_signaling", "secure_bridge_media" ->
                    channel.wantsEncryption() ? "1" : "";
            case "context" -> channel.position().context();
            case "exten" -> channel.position().exten();
            default -> "";
        };
    }

    static boolean write(Channel channel, String part, String value) {
        switch (part.toLowerCase(Locale.ROOT)) {
            case "language" -> channel.language(value);
            case "accountcode" -> channel.account(value);
            case "musicclass" -> channel.parties().musicClass(value);
            case "secure_bridge_signaling", "secure_bridge_media" ->
                    channel.wantsEncryption(Words.truth(value).orElse(false));
            default -> {
                return false;
            }
        }
        return true;
    }
}

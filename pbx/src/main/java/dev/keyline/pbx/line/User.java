package dev.keyline.pbx.line;

import dev.keyline.iax.message.CallerId;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.channel.Etiquette;
import dev.keyline.pbx.conf.Acl;
import dev.keyline.pbx.conf.CallerIdText;
import dev.keyline.pbx.conf.Place;
import java.util.List;
import java.util.Optional;

/// A section by which somebody may call us: `type=user` or `type=friend`.
///
/// @param contexts those a caller may ask for, the first is the usual one; `*` stands for any
/// @param caller a fixed caller id, if one is written
/// @param pending how many challenges may be unanswered at once (`maxauthreq`), 0 for any number
/// @param tokens `requirecalltoken`; empty when not written
/// @param immediate whether a caller who will dial later (`TBD`) gets extension `s` at once, once
///   he has proved who he is
public record User(
        String name,
        Place place,
        Access access,
        List<String> contexts,
        Acl acl,
        Codecs codecs,
        VoiceRules voice,
        Etiquette etiquette,
        Optional<CallerIdText> caller,
        List<Assignment> variables,
        int pending,
        Optional<TokenRule> tokens,
        String language,
        String account,
        boolean immediate) {
    /// The context of callers who ask for none, when none is written.
    private static final String DEFAULT_CONTEXT = "default";

    private static final String ANY = "*";

    public User {
        contexts = List.copyOf(contexts);
        variables = List.copyOf(variables);
    }

    /// `setvar=name=value`.
    public record Assignment(String name, String value) {}

    public boolean allows(PeerAddress from) {
        return acl.allows(from.ip().toArray());
    }

    /// Whether a caller may go to this context; an empty one asks for the usual.
    public boolean leadsTo(String context) {
        return context.isEmpty()
                || contexts.contains(ANY)
                || contexts.contains(context)
                || (contexts.isEmpty() && context.equals(DEFAULT_CONTEXT));
    }

    /// Where a caller goes who asked for this context and may have it.
    public String context(String asked) {
        return asked.isEmpty() ? usualContext() : asked;
    }

    private String usualContext() {
        for (var context : contexts) {
            if (!context.equals(ANY)) {
                return context;
            }
        }
        return DEFAULT_CONTEXT;
    }

    /// The caller id of somebody who calls by this section: what is written here counts more than
    /// what the caller says.
    public CallerId callerId(CallerId said) {
        return caller.map(
                        fixed ->
                                new CallerId(
                                        fixed.number(),
                                        fixed.name(),
                                        fixed.number(),
                                        CallerId.ALLOWED | 0x01, // verified and passed
                                        said.typeOfNumber(),
                                        said.transitNetwork(),
                                        said.ani2(),
                                        said.dnid(),
                                        said.rdnis()))
                .orElse(said);
    }

    /// Asterisk's score among the sections that fit a caller without a name: open ones before
    /// guarded ones, those with address rules before those without.
    int score() {
        return (access instanceof Access.Free ? 3 : 1) + (acl.rules().isEmpty() ? 0 : 1);
    }
}

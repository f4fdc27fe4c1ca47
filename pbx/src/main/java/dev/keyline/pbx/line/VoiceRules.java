package dev.keyline.pbx.line;

import dev.keyline.iax.jitter.JitterSettings;
import dev.keyline.iax.transfer.TransferRule;
import dev.keyline.pbx.channel.Smoothing;
import java.util.Optional;

/// How the voice of a section's calls is treated on its way.
///
/// @param jitter how a jitter buffer behaves, where there is one
/// @param smoothed whether there is one (`jitterbuffer`)
/// @param always also where a call is only passed on (`forcejitterbuffer`, which Asterisk dropped)
/// @param trunked whether it shares envelopes with that of other calls to the same peer (`trunk`)
/// @param transfer whether it may go another way than through us (`transfer`), if that is written;
///   Asterisk's sections do not take over what `[general]` says, here `transfer=no` holds for all
public record VoiceRules(
        JitterSettings jitter,
        boolean smoothed,
        boolean always,
        boolean trunked,
        Optional<TransferRule> transfer) {
    /// The longest `maxjitterbuffer` that is taken: 10 s; 0, which Asterisk takes for no limit,
    /// means this.
    private static final int LONGEST = 10_000;

    private static final JitterSettings USUAL = JitterSettings.USUAL;

    /// What `[general]` says.
    static VoiceRules general(SectionReader values) {
        int longest = values.number("maxjitterbuffer", 0, LONGEST, USUAL.longest());
        boolean never = values.text("resyncthreshold").filter("-1"::equals).isPresent();
        int resync =
                never ? -1 : values.number("resyncthreshold", 0, 60_000, USUAL.resyncThreshold());
        var jitter =
                new JitterSettings(
                        longest == 0 ? LONGEST : Math.max(20, longest),
                        resync,
                        values.number("maxjitterinterps", 0, 1000, USUAL.mostConcealed()),
                        values.number("jittertargetextra", 0, LONGEST, USUAL.extra()));
        return new VoiceRules(jitter, false, false, false, values.transfer()).smoothed(values);
    }

    /// The same with what a section says of its own. Only a section can have a trunk.
    VoiceRules in(SectionReader section) {
        var own = smoothed(section);
        return new VoiceRules(
                jitter,
                own.smoothed,
                own.always,
                section.truth("trunk").orElse(false),
                section.transfer().or(() -> transfer));
    }

    private VoiceRules smoothed(SectionReader section) {
        return new VoiceRules(
                jitter,
                section.truth("jitterbuffer").orElse(smoothed),
                section.truth("forcejitterbuffer").orElse(always),
                trunked,
                transfer);
    }

    public Smoothing smoothing() {
        return new Smoothing(smoothed ? Optional.of(jitter) : Optional.empty(), always);
    }
}

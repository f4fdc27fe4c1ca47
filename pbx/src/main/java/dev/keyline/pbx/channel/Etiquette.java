package dev.keyline.pbx.channel;

/// What the peer of a channel is told beside the voice, and what it is taken to mean.
///
/// @param sendsAni whether it learns the number to be billed (`sendani`)
/// @param tellsConnected whether it learns who is connected (`connectedline=yes` or `send`)
/// @param hearsConnected whether we believe it about that (`connectedline=yes` or `receive`)
/// @param musicInterpreted the class of music it hears on hold (`mohinterpret`); empty for the
///   usual one, `passthrough` for none of ours: it is told HOLD
/// @param musicSuggested the class it proposes to whom it puts on hold (`mohsuggest`)
public record Etiquette(
        boolean sendsAni,
        boolean tellsConnected,
        boolean hearsConnected,
        String musicInterpreted,
        String musicSuggested) {
    public static final Etiquette USUAL = new Etiquette(false, false, false, "", "");

    /// Whether HOLD is told to it, and not turned into music.
    public boolean passesHold() {
        return musicInterpreted.equalsIgnoreCase("passthrough");
    }
}

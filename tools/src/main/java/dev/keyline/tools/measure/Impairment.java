package dev.keyline.tools.measure;

/// What a codec does to speech, by ITU-T G.113 appendix I.
///
/// @param ie how much worse than G.711 it sounds without any loss
/// @param bpl how well it bears random loss; more is better
public record Impairment(double ie, double bpl) {
    /// G.711 and what is no worse, at a receiver that conceals losses (G.711 appendix I).
    public static final Impairment G711 = new Impairment(0, 25.1);

    /// GSM full rate. G.113 has its Ie; it has a Bpl for GSM enhanced full rate alone, which is
    /// taken for both.
    public static final Impairment GSM = new Impairment(20, 10);

    /// By Asterisk's name of the codec. One that is not known here counts as G.711.
    public static Impairment of(String codec) {
        return codec.equals("gsm") ? GSM : G711;
    }
}

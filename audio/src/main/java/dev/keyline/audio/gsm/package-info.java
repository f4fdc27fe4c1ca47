/// GSM full rate speech, ETSI EN 300 961 (GSM 06.10): 160 samples of 8 kHz in 33 octets.
///
/// The coder takes speech apart in three steps and the decoder puts it together again: a lattice
/// filter of eight reflection coefficients (short term, the shape of the mouth), a look back of 40
/// to 120 samples (long term, the pitch), and what is then left, as thirteen pulses for each
/// quarter of the frame. All arithmetic is the standard's, in 16-bit words that saturate, so
/// results agree with every other exact implementation bit for bit. Section numbers in comments are
/// those of EN 300 961, whose chapter 5 gives the computation.
///
/// Deliberately not here: voice activity, comfort noise, frame substitution (06.11, 06.12, 06.32),
/// and the other packing of the same bits that Microsoft uses in WAV files ("wav49"). Open
/// [FullRateEncoder] or [FullRateDecoder] first.
@NullMarked
package dev.keyline.audio.gsm;

import org.jspecify.annotations.NullMarked;

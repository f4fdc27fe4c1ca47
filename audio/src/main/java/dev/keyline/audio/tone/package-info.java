/// Tones: making them, hearing them, and telling how much of a sound came back.
///
/// Made are the milliwatt, the progress tones of North America and DTMF (ITU-T Q.23), as [Tone]s
/// put in a [Cadence] and written block by block by a [ToneSource]. Heard are levels of a frequency
/// ([Level]) and DTMF digits ([DtmfDetector], limits of ITU-T Q.24). [Likeness] compares what was
/// sent into a call with what came back. All of it is arithmetic on samples of 8 kHz; levels are in
/// dBm0, where a sine of 0 dBm0 is 3.17 dB below the loudest that µ-law holds (ITU-T G.711).
///
/// Deliberately not here: the tones of other countries, fax tones, and any clock. Open [Tone]
/// first.
@NullMarked
package dev.keyline.audio.tone;

import org.jspecify.annotations.NullMarked;

/// What may stand in a priority: `Answer`, `Dial`, `Playback` and so on, one small class each.
///
/// An [Application] is asked once to begin and answers with a [Move]: go on, go elsewhere, hang up,
/// or stay with an [Activity], which is then told each [Event] until it moves on as well. No thread
/// waits anywhere. What an application needs of the exchange around it is [Office];
/// [Applications#standard()] lists all there are.
///
/// Not here: finding the next priority (`exchange`), codecs (`audio`), who may call (`line`).
@NullMarked
package dev.keyline.pbx.application;

import org.jspecify.annotations.NullMarked;

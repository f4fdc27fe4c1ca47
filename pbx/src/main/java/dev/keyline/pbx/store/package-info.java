/// Sounds to play and recordings to keep: a folder in life, a map in tests.
///
/// [Sounds] and [Recordings] may take their time (a disk is behind them), so whoever uses them in
/// the loop hands the work out as a task. [FolderSounds] and [FolderRecordings] are the only
/// classes here that touch files.
///
/// Not here: formats of sound files (`audio.file`).
@NullMarked
package dev.keyline.pbx.store;

import org.jspecify.annotations.NullMarked;

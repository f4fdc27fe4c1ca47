/// Sounds to play, recordings to keep, mailboxes to look into: a folder in life, a map in tests.
///
/// [Sounds], [Music], [Recordings] and [Mailboxes] may take their time (a disk is behind them), so
/// whoever uses them in the loop hands the work out as a task. The classes named after folders and
/// files are the only ones here that touch any.
///
/// Not here: formats of sound files (`audio.file`).
@NullMarked
package dev.keyline.pbx.store;

import org.jspecify.annotations.NullMarked;

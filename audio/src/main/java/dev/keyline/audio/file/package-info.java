/// The sound files Asterisk ships and users record: wav, sln, sln16, ulaw, alaw, gsm.
///
/// Reading and writing are pure functions between octets and [Sound]; only
/// [SoundFile#read(java.nio.file.Path)] and [Recording] touch a disk. A bad file is a value,
/// [NotSound], that says which file and what is wrong with it; no content of a file makes anything
/// else than a sound or that. [SoundChoice] finds the file for a name, in a caller's language, that
/// costs least to play.
///
/// Deliberately not here: playing, caching, and turning one rate into another (`mix`). Open
/// [SoundFile] first.
@NullMarked
package dev.keyline.audio.file;

import org.jspecify.annotations.NullMarked;

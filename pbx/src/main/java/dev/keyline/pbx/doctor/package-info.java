/// Why a login will fail, said before it does.
///
/// [Doctor] looks through `iax.conf`, `extensions.conf` and the keys, and gives a [Diagnosis]: a
/// list of [Finding]s, each with a place, what it leads to in the words of a phone call, and what
/// to do. [Ailment] is the complete list of what it knows, with how bad each is. One class for each
/// subject examines the [Chart]; none knows of another.
///
/// The files may be a real Asterisk's. Where Asterisk opens a door that stays shut here, the
/// finding says both: whoever runs that Asterisk has the door.
///
/// Deliberately not here: files, name servers, the clock and the network ([Surroundings] are handed
/// in), and asking the peers themselves, which is the business of the program.
///
/// Open first: [Ailment].
@NullMarked
package dev.keyline.pbx.doctor;

import org.jspecify.annotations.NullMarked;

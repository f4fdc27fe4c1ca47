/// `keyline doctor`: the files of a configuration and its peers, looked at from outside.
///
/// [Papers] reads what [dev.keyline.pbx.doctor.Doctor] judges: the files, the keys, what lies there
/// to unlock them, and what the machine knows besides. [Rounds] asks the peers themselves, when
/// somebody wants that. [Report] writes both down, for people and for programs.
///
/// Nothing here changes a file, and no secret is written. The judgement is not here but in
/// `pbx.doctor`.
///
/// Open first: [Papers].
@NullMarked
package dev.keyline.tools.doctor;

import org.jspecify.annotations.NullMarked;

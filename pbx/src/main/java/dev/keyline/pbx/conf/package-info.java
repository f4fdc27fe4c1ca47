/// Asterisk's file format: sections, templates, `#include`, `=>`; every value remembers its file
/// and line.
///
/// [ConfReader] turns texts into a [Conf]; whatever is odd becomes a [Problem] with its place and
/// its cure, and stops nothing else, unless Asterisk would refuse the whole file too
/// ([Conf.Unusable]). Texts come by name through [Texts], a folder in life and a map in tests, so
/// that `#include` works in both. What the values mean is known elsewhere: `line` reads `iax.conf`,
/// `dialplan` reads `extensions.conf`; the small grammars that several of them share are here
/// ([Acl], [CodecList], [CallerIdText]).
@NullMarked
package dev.keyline.pbx.conf;

import org.jspecify.annotations.NullMarked;

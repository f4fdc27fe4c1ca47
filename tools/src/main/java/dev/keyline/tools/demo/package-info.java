/// Two exchanges in one process that call each other, for who has never seen it.
///
/// [Town] writes their files, [Caller] is the person at the telephone, [Show] tells what happens
/// and whether it was right. Nothing here is special to a demonstration but the words: keys come
/// from the code of `astgenkey`, the exchanges from [dev.keyline.tools.serve.Serving], which
/// `keyline run` uses as well. Start with [Show].
@NullMarked
package dev.keyline.tools.demo;

import org.jspecify.annotations.NullMarked;

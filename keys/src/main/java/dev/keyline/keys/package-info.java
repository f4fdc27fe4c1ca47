/// Key files.
@NullMarked
package dev.keyline.keys;

import org.jspecify.annotations.NullMarked;

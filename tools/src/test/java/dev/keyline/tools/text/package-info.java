/// How the program writes.
@NullMarked
package dev.keyline.tools.text;

import org.jspecify.annotations.NullMarked;

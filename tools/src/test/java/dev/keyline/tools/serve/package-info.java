/// An exchange on a real port, and what it starts with.
@NullMarked
package dev.keyline.tools.serve;

import org.jspecify.annotations.NullMarked;

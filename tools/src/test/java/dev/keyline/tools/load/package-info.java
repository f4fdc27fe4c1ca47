/// Tests of `load`.
@NullMarked
package dev.keyline.tools.load;

import org.jspecify.annotations.NullMarked;

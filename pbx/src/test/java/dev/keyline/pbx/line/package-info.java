@NullMarked
package dev.keyline.pbx.line;

import org.jspecify.annotations.NullMarked;

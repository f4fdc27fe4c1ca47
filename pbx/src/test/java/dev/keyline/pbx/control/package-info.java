@NullMarked
package dev.keyline.pbx.control;

import org.jspecify.annotations.NullMarked;

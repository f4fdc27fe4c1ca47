@NullMarked
package dev.keyline.pbx.exchange;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.keyline.pbx.store;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.keyline.pbx.remote;

import org.jspecify.annotations.NullMarked;

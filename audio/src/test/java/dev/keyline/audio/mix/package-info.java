@NullMarked
package dev.keyline.audio.mix;

import org.jspecify.annotations.NullMarked;

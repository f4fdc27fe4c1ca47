@NullMarked
package dev.keyline.audio.codec;

import org.jspecify.annotations.NullMarked;

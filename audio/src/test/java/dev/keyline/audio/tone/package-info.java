@NullMarked
package dev.keyline.audio.tone;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.keyline.audio.gsm;

import org.jspecify.annotations.NullMarked;

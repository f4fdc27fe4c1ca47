@NullMarked
package dev.keyline.audio.file;

import org.jspecify.annotations.NullMarked;

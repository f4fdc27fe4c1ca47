/// Sounds to test with, and the program sox as a second opinion where it is installed.
@NullMarked
package dev.keyline.audio;

import org.jspecify.annotations.NullMarked;

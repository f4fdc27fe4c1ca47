/// The demonstration, piece by piece and whole.
@NullMarked
package dev.keyline.tools.demo;

import org.jspecify.annotations.NullMarked;

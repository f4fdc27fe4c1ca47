/// The program as a whole, run in the test's own process.
@NullMarked
package dev.keyline.tools;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.keyline.tools.console;

import org.jspecify.annotations.NullMarked;

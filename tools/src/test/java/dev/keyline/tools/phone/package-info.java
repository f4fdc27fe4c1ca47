/// A neighbour to be called, over loopback.
@NullMarked
package dev.keyline.tools.phone;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.keyline.pbx.channel;

import org.jspecify.annotations.NullMarked;

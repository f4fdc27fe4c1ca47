@NullMarked
package dev.keyline.pbx.application;

import org.jspecify.annotations.NullMarked;

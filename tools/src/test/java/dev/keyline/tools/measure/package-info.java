/// Tests of `measure`.
@NullMarked
package dev.keyline.tools.measure;

import org.jspecify.annotations.NullMarked;

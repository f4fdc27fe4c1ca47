/// Tests of `report`.
@NullMarked
package dev.keyline.tools.report;

import org.jspecify.annotations.NullMarked;

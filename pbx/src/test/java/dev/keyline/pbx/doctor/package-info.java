/// Faults planted in a healthy configuration, each found by its name.
@NullMarked
package dev.keyline.pbx.doctor;

import org.jspecify.annotations.NullMarked;

/// Peers asked on loopback, in real time.
@NullMarked
package dev.keyline.tools.doctor;

import org.jspecify.annotations.NullMarked;

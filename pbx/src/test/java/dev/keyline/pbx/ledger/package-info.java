@NullMarked
package dev.keyline.pbx.ledger;

import org.jspecify.annotations.NullMarked;

/// Tests of the page.
@NullMarked
package dev.keyline.tools.page;

import org.jspecify.annotations.NullMarked;

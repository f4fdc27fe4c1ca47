/// The subcommands, run by their words.
@NullMarked
package dev.keyline.tools.command;

import org.jspecify.annotations.NullMarked;

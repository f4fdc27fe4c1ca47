/// One class for each subcommand of `keyline`.
///
/// A command reads its arguments, calls the module that does the work, and says the outcome in
/// words; its exit codes are in its help. It writes to the streams picocli hands it, never to
/// `System.out`, so that a test can run it in the same process. [ExitCode] has the codes they
/// share.
@NullMarked
package dev.keyline.tools.command;

import org.jspecify.annotations.NullMarked;

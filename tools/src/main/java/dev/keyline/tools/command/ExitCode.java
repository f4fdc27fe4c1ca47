package dev.keyline.tools.command;

/// The exit codes that all subcommands share.
public final class ExitCode {
    /// All went well.
    public static final int OK = 0;

    /// It could not be done; the reason was said.
    public static final int FAILED = 1;

    /// The arguments make no sense.
    public static final int USAGE = 2;

    private ExitCode() {}
}

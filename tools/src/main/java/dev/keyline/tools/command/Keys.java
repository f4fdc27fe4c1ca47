package dev.keyline.tools.command;

import picocli.CommandLine.Command;

/// What can be done with keys without a running exchange.
@Command(
        name = "keys",
        description = "Make, look at, bring in, hand out and replace keys.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ShowKeys.class,
            CheckKeys.class,
            GenerateKey.class,
            ImportKey.class,
            ExportKey.class,
            FingerprintKey.class,
            RotateKey.class
        })
public final class Keys {}

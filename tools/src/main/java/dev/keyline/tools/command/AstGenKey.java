package dev.keyline.tools.command;

import picocli.CommandLine.Command;

/// Makes a key pair as Asterisk's script of this name does, without its traps: nothing is
/// overwritten unasked, the passphrase is asked twice and not shown, and the private key is closed
/// to others from its first moment.
@Command(
        name = "astgenkey",
        description =
                "Make an RSA key pair NAME.key and NAME.pub for authentication between exchanges.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:both files are written",
            "1:nothing was written; the reason was said",
            "2:bad arguments"
        },
        footer = {
            "",
            "Keys have 1024 bits because that is the only size Asterisk can load. It is too little",
            "against a rich attacker today: change keys every year, and put trunks into a VPN.",
            "Give NAME.pub to the exchange you call; keep NAME.key to yourself."
        })
public final class AstGenKey extends MakeKey {}

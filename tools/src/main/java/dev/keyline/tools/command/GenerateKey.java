package dev.keyline.tools.command;

import picocli.CommandLine.Command;

/// `astgenkey`, where somebody looks for it among the other commands for keys.
@Command(
        name = "generate",
        description = "Make an RSA key pair NAME.key and NAME.pub, as astgenkey does.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Keys have 1024 bits because that is the only size Asterisk can load. It is too little",
            "against a rich attacker today: change keys every year, and put trunks into a VPN."
        })
final class GenerateKey extends MakeKey {}

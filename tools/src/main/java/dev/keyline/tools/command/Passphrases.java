package dev.keyline.tools.command;

import dev.keyline.tools.serve.KeptPasscodes;

/// Passphrases from where they are kept, or else from the terminal. Every array handed out is the
/// caller's to wipe.
record Passphrases(Talk talk, KeptPasscodes kept) {
    /// One to lock a key with; typed twice.
    Talk.Hidden fresh(String name) {
        return kept.first(name)
                .<Talk.Hidden>map(Talk.Given::new)
                .orElseGet(() -> talk.askTwice("Passphrase for " + name + ".key"));
    }

    /// One that opens a key.
    Talk.Hidden existing(String name) {
        return kept.first(name)
                .<Talk.Hidden>map(Talk.Given::new)
                .orElseGet(() -> talk.askOnce("Passphrase for " + name + ".key"));
    }
}

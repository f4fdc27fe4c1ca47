/// The house rules: what holds for all modules at once, read from the documents where they are
/// written down.
///
/// [LayeringTest] holds every package to the tables of ARCHITECTURE.md, [TidyTest] holds every file
/// to what CONTRIBUTING.md asks, [LedgerTest] holds the ledger of RFC 5456 to its evidence. A rule
/// that only a reviewer keeps is forgotten within a month, so a rule is either here or is taste.
@NullMarked
package dev.keyline.house;

import org.jspecify.annotations.NullMarked;

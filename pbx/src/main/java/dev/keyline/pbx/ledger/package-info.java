/// What the exchange has to say about itself: log lines and events.
///
/// [Journal] is where every other package writes; what becomes of it (terminal, file, console) is
/// up to the [Journal.Sink] behind it. [ExchangeEvent]s are for programs, log lines for people and
/// for tools such as fail2ban, which know Asterisk's words; so those words are kept.
///
/// Not here: files, dates, formats. A sink puts the date before the line.
@NullMarked
package dev.keyline.pbx.ledger;

import org.jspecify.annotations.NullMarked;

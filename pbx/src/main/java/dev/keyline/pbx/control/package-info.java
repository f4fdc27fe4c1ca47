/// The one door for people and programs that run an exchange.
///
/// [ExchangeFiles] reads what Asterisk's directories hold and makes an exchange of it; [CallView]
/// is a call as a list shows it; [KeyLog] puts what happens to keys into words. What happens is
/// told through the journal's sink.
///
/// Not here: sockets (a port of the protocol drives the exchange), terminals, web pages.
@NullMarked
package dev.keyline.pbx.control;

import org.jspecify.annotations.NullMarked;

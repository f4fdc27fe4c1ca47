/// Registration (RFC 5456 §6.1): a peer without a fixed address says where it is, proves who it is,
/// and says so again before the registrar forgets it.
///
/// Two figures for one dialogue each: [RegistrantFigure] asks, [RegistrarFigure] keeps the list.
/// [Registrant] is what lasts between the dialogues of one `register =>` line: when to ask again,
/// and how long to wait after a refusal.
///
/// Not here: who may register and for how long ([Registrar] is asked), where addresses are kept,
/// and the numbered frames below (`endpoint`).
@NullMarked
package dev.keyline.iax.registration;

import org.jspecify.annotations.NullMarked;

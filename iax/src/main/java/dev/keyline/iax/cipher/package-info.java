/// The sealed envelope: AES-128 over everything behind the call numbers (RFC 5456 §8.1.4, in the
/// layout Asterisk uses, which differs from the RFC's in where the padding counts itself).
///
/// [Cipher] is one key: it seals frames and opens them. [Outward] remembers under which key each
/// numbered frame first left, so that a repetition can be read by whoever missed the original;
/// [Inward] knows which keys may have been used over there. There is no integrity in this scheme: a
/// wrong key yields noise, not an error, so [Sense] judges what came out.
///
/// It hides a call from whoever only listens, no more: there is no protection against changed
/// frames, the key comes from MD5, and the negotiation is in clear. Use a tunnel where it matters.
///
/// Not here: when encryption begins (`call`), which frames there are (`delivery`).
@NullMarked
package dev.keyline.iax.cipher;

import org.jspecify.annotations.NullMarked;

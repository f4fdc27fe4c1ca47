package dev.keyline.iax.endpoint;

import dev.keyline.iax.delivery.Delivery;

/// What the post of one dialogue is made of.
///
/// @param <M> what stamps its frames
record Mailbag<M extends Media>(Delivery delivery, M media, Seal seal) {}

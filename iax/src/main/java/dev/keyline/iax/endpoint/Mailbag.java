package dev.keyline.iax.endpoint;

import dev.keyline.iax.delivery.Delivery;

/// What the post of one dialogue is made of.
record Mailbag(Delivery delivery, Media media, Seal seal) {}

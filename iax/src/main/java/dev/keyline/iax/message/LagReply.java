package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.IaxCommand;

/// The timestamp of a [LagRequest], sent back on the envelope (RFC 5456 §6.7).
public record LagReply() implements Message {
    @Override
    public Body body() {
        return Draft.bare(IaxCommand.LAGRP);
    }
}

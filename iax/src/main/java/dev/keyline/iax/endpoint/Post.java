package dev.keyline.iax.endpoint;

import dev.keyline.iax.delivery.Delivery;
import dev.keyline.iax.delivery.Receipt;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.IaxCommand;
import java.util.function.Consumer;

/// What one call sends: every frame gets its number and its stamp here, and is handed to the
/// office.
final class Post {
    private final Delivery delivery;
    private final Media media;
    private final Consumer<Frame> office;

    Post(Delivery delivery, Media media, Consumer<Frame> office) {
        this.delivery = delivery;
        this.media = media;
        this.office = office;
    }

    CallNumber ours() {
        return delivery.ours();
    }

    CallNumber theirs() {
        return delivery.theirs();
    }

    void learn(CallNumber theirs) {
        delivery.learn(theirs);
    }

    void say(Message message, long now) {
        var body = message.body();
        int stamp = body.is(FrameType.IAX) ? media.stampCommand(now) : media.stampSignal(now);
        office.accept(delivery.post(body, stamp, now));
    }

    /// Answers a message with its own timestamp (PONG, LAGRP).
    void echo(Message message, int timestamp, long now) {
        office.accept(delivery.post(message.body(), timestamp, now));
    }

    void speak(MediaFormat format, Bytes payload, long now) {
        office.accept(media.speak(format, payload, delivery, now));
    }

    Receipt take(FullFrame frame) {
        return delivery.take(frame, Housekeeping.isNumbered(frame.body()));
    }

    void acknowledge(FullFrame frame) {
        office.accept(delivery.loose(IaxCommand.ACK, frame.timestamp()));
    }

    /// Acknowledges a frame unless an answer already did.
    void acknowledgeIfOwed(FullFrame frame) {
        if (delivery.owesAck()) {
            acknowledge(frame);
        }
    }

    /// Asks for the first missing frame, unless it was asked for a moment ago.
    void askAgain(long now) {
        if (delivery.mayAskAgain(now)) {
            office.accept(delivery.vnak(media.elapsed(now)));
        }
    }

    /// They ask for everything from a frame on.
    void resendFrom(FullFrame vnak) {
        delivery.resendFrom(vnak.expected()).forEach(office);
    }

    /// Sends again what has waited long enough.
    void resendDue(long now) {
        delivery.due(now).forEach(office);
    }

    void restart() {
        delivery.restart();
    }

    void measured(long roundTrip) {
        delivery.measured(roundTrip);
    }

    boolean hasGivenUp(long now) {
        return delivery.hasGivenUp(now);
    }

    boolean isAllAcknowledged() {
        return delivery.isAllAcknowledged();
    }

    long deadline() {
        return delivery.deadline();
    }
}

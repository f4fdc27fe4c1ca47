package dev.keyline.iax.endpoint;

import dev.keyline.iax.cipher.Sense;
import dev.keyline.iax.delivery.Delivery;
import dev.keyline.iax.delivery.Receipt;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.Video;
import dev.keyline.iax.message.Voice;
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
    private final Pictures pictures;
    private final Seal seal;
    private final Consumer<byte[]> office;

    Post(Mailbag<?> bag, Consumer<byte[]> office) {
        this.delivery = bag.delivery();
        this.media = bag.media();
        this.pictures = new Pictures(bag.media());
        this.seal = bag.seal();
        this.office = office;
    }

    CallNumber ours() {
        return delivery.ours();
    }

    CallNumber theirs() {
        return delivery.theirs();
    }

    /// Our next number, 0 to 255.
    int nextSent() {
        return delivery.next().value();
    }

    /// Their next number, likewise.
    int nextExpected() {
        return delivery.nextExpected().value();
    }

    void learn(CallNumber theirs) {
        delivery.learn(theirs);
    }

    void say(Message message, long now) {
        var body = message.body();
        int stamp = body.is(FrameType.IAX) ? media.stampCommand(now) : media.stampSignal(now);
        first(delivery.post(body, stamp, now));
    }

    /// Answers a message with its own timestamp (PONG, LAGRP).
    void echo(Message message, int timestamp, long now) {
        first(delivery.post(message.body(), timestamp, now));
    }

    /// Voice that could not go as a mini frame, and is repeated until it has arrived.
    void speakFull(MediaFormat format, int stamp, Bytes payload, long now) {
        first(delivery.post(new Voice(format.bit(), payload).body(), stamp, now));
    }

    /// A piece of a picture. None goes out on an encrypted call: in meta frames it would be clear,
    /// and as full frames there would be too many to be acknowledged.
    ///
    /// @param loose where meta frames go
    void show(Video video, long now, Consumer<byte[]> loose) {
        if (seal.isOn()) {
            return;
        }
        switch (pictures.show(video, delivery, now)) {
            case FullFrame full -> first(full);
            case Frame meta -> loose.accept(seal.loose(meta));
        }
    }

    private void first(FullFrame frame) {
        office.accept(seal.first(frame));
    }

    private void again(FullFrame frame) {
        office.accept(seal.again(frame));
    }

    Receipt take(FullFrame frame) {
        return delivery.take(frame, Housekeeping.isNumbered(frame.body()));
    }

    void acknowledge(FullFrame frame) {
        acknowledge(frame.timestamp());
    }

    private void acknowledge(int timestamp) {
        office.accept(seal.loose(delivery.loose(IaxCommand.ACK, timestamp)));
    }

    /// Whether a frame came that no frame of ours has acknowledged yet.
    boolean owesAck() {
        return delivery.owesAck();
    }

    /// Acknowledges all that came, unless an answer already did.
    ///
    /// @param timestamp of the last of it
    void acknowledgeIfOwed(int timestamp) {
        if (owesAck()) {
            acknowledge(timestamp);
        }
    }

    /// Asks for the first missing frame, unless it was asked for a moment ago.
    void askAgain(long now) {
        if (delivery.mayAskAgain(now)) {
            office.accept(seal.loose(delivery.vnak(media.elapsed(now))));
        }
    }

    /// They ask for everything from a frame on.
    void resendFrom(FullFrame vnak, long now) {
        delivery.resendFrom(vnak.expected(), now).forEach(this::again);
    }

    /// Sends again what has waited long enough.
    void resendDue(long now) {
        delivery.due(now).forEach(this::again);
    }

    /// What a frame can look like that is sent to us now.
    Sense sense(long now) {
        return new Sense(delivery.nextExpected(), delivery.next(), media.elapsed(now));
    }

    void restart() {
        delivery.restart();
    }

    /// Another peer goes on with the call: numbers and stamps start anew.
    void restartWith(CallNumber theirs) {
        delivery.restartWith(theirs);
        media.restart();
        pictures.restart();
    }

    /// Milliseconds since the call began, for what is sent without a number.
    int elapsed(long now) {
        return media.elapsed(now);
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

package dev.keyline.iax.endpoint;

import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.MiniFrame;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.iax.wire.Reader;

/// The short way of voice: from the octets that came in to those that go out, or to an [Earpiece],
/// without an object for each block. At fifty blocks a second and call this way decides how many
/// calls a port can hold.
public final class Switchboard {
    private static final int ENVELOPE = 8;
    private static final byte TRUNK = 1;

    /// The part of `trunkfreq` that an envelope may wait on its way in. Its pieces were collected
    /// for up to the whole of it, which whoever plays them has to even out anyhow; where many calls
    /// fill it before its time, both waits together are less.
    private static final int PART = 2;

    private static final long SECOND = 1_000_000_000;

    private final Desk desk;
    private final Gathered gathered;
    private final Unpacking unpacking;
    private long looseUntil = Long.MIN_VALUE;
    private long sharedUntil = Long.MIN_VALUE;

    Switchboard(Desk desk) {
        this.desk = desk;
        this.gathered = new Gathered(desk);
        this.unpacking = new Unpacking(desk, gathered);
    }

    /// Takes a mini frame or a trunk envelope; its voice is heard at the next [#settle].
    ///
    /// @return false if the datagram is something else
    boolean takes(PeerAddress from, byte[] datagram, int length, long now) {
        if (length < MiniFrame.HEADER || length > Frame.MAX_DATAGRAM || datagram[0] < 0) {
            return false;
        }
        int source = Reader.u16(datagram, 0);
        boolean isVoice = source != 0 || (length >= ENVELOPE && datagram[2] == TRUNK);
        if (isVoice) {
            desk.at(now);
            gather(from, source, datagram, length);
        }
        return isVoice;
    }

    private void gather(PeerAddress from, int source, byte[] datagram, int length) {
        if (source != 0) {
            mini(from, source, datagram, length);
        } else if (unpacking.open(from, datagram, length)) {
            sharedUntil = desk.now() + SECOND;
        }
    }

    /// Whether voice waits here, and this may be heard before it: PING, LAGRQ, their answers and
    /// ACK say nothing that voice depends on. A thousand calls exchange three hundred of them a
    /// second, each of which would part the blocks of a batch, and then the envelopes that go out
    /// with them. (A sealed frame may look like one of them and overtake a block of its own call.
    /// That block still opens, for the last key is kept, unless the call is over.)
    boolean isOvertakenBy(byte[] datagram, int length) {
        return gathered.holds() && length >= FullFrame.HEADER && isVital(datagram);
    }

    private static boolean isVital(byte[] full) {
        return full[0] < 0
                && full[10] == FrameType.IAX.octet()
                && switch (IaxCommand.of(full[11])) {
                    case PING, PONG, ACK, LAGRQ, LAGRP -> true;
                    case null, default -> false;
                };
    }

    /// Has the voice heard that came; before anything else happens, or that would overtake it.
    ///
    /// @return whether there was any
    boolean settle() {
        return gathered.settle();
    }

    /// Throws the bug that ended a call while it heard a block, once; see [Gathered#complain].
    void complain() {
        gathered.complain();
    }

    /// How long datagrams may wait for each other: a part of `trunkfreq` where all voice of the
    /// last second came in trunks, for then each turn of the loop that is saved is worth more. What
    /// strangers send does not count: they could have signals wait.
    long patience(long usual) {
        boolean allShared = desk.now() < sharedUntil && desk.now() >= looseUntil;
        return allShared ? Math.max(usual, desk.trunks().settings().every() / PART) : usual;
    }

    private void mini(PeerAddress from, int source, byte[] datagram, int length) {
        var call = desk.directory().earsUnseen(from, source);
        if (call != null) {
            looseUntil = desk.now() + SECOND;
            gathered.mini(call, datagram, length);
        } else {
            desk.note(from, Oddity.UNKNOWN_CALL, "a mini frame of call " + source);
        }
    }

    /// Has the voice of a call heard here first. It goes through the jitter buffer, if there is
    /// one.
    public void listen(CallId call, Earpiece ear) {
        settle();
        if (desk.directory().of(call) instanceof Conversation heard) {
            heard.ears().earpiece(ear);
        }
    }

    /// Has the voice of one call passed on to another as long as that speaks the same format; to
    /// itself, for an echo. In other formats, and before the other has spoken at all, it is news.
    public void pass(CallId from, CallId to) {
        settle();
        if (desk.directory().of(from) instanceof Conversation heard
                && desk.directory().of(to) instanceof Conversation other) {
            heard.ears().pass(other.mouth());
        }
    }

    /// The voice of a call is news again.
    public void keep(CallId call) {
        settle();
        if (desk.directory().of(call) instanceof Conversation heard) {
            heard.ears().earpiece(null);
        }
    }

    /// What speaks in a call, for as long as it lasts; [Mouthpiece#MUTE] when there is no such
    /// call.
    public Mouthpiece mouthpiece(CallId call) {
        return desk.directory().of(call) instanceof Conversation speaker
                ? speaker.mouth()
                : Mouthpiece.MUTE;
    }
}

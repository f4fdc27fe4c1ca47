package dev.keyline.iax.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The subclasses of frame type IAX (RFC 5456 §8.4; those from 35 on are Asterisk's).
public enum IaxCommand {
    NEW(1),
    PING(2),
    PONG(3),
    ACK(4),
    HANGUP(5),
    REJECT(6),
    ACCEPT(7),
    AUTHREQ(8),
    AUTHREP(9),
    INVAL(10),
    LAGRQ(11),
    LAGRP(12),
    REGREQ(13),
    REGAUTH(14),
    REGACK(15),
    REGREJ(16),
    REGREL(17),
    VNAK(18),
    DPREQ(19),
    DPREP(20),
    DIAL(21),
    TXREQ(22),
    TXCNT(23),
    TXACC(24),
    TXREADY(25),
    TXREL(26),
    TXREJ(27),
    QUELCH(28),
    UNQUELCH(29),
    POKE(30),
    PAGE(31),
    MWI(32),
    UNSUPPORT(33),
    TRANSFER(34),
    PROVISION(35),
    FWDOWNL(36),
    FWDATA(37),
    TXMEDIA(38),
    RTKEY(39),
    CALLTOKEN(40);

    private static final List<IaxCommand> ALL = List.of(values());

    private final int number;

    IaxCommand(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /// Whether a frame with this command uses up a sequence number, as Asterisk counts.
    public boolean isNumbered() {
        return switch (this) {
            case ACK, INVAL, VNAK, TXCNT, TXACC, CALLTOKEN -> false;
            default -> true;
        };
    }

    /// The command with this number, or null for one nobody named.
    public static @Nullable IaxCommand of(long number) {
        return number >= 1 && number <= ALL.size() ? ALL.get((int) number - 1) : null;
    }
}

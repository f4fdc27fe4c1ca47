package dev.keyline.iax.transfer;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import java.util.Optional;

/// Which addresses a peer may have us talk to. What a TXREQ names is sent a few datagrams before
/// anybody there agreed, so a peer must not reach by us what it cannot reach itself: a private or
/// loopback address only from its own kind of address, a group of hosts never. Asterisk sends
/// anywhere.
public final class Reach {
    private Reach() {}

    /// How far an address is known.
    private enum Scope {
        NOBODY,
        GROUP,
        LOOPBACK,
        LINK,
        PRIVATE,
        PUBLIC
    }

    /// Why a peer at one address may not send us to another; empty when it may.
    public static Optional<String> objection(PeerAddress peer, PeerAddress target) {
        if (target.port() == 0) {
            return Optional.of("port 0");
        }
        if (target.equals(peer)) {
            return Optional.of("the address of who asks");
        }
        if (target.ip().length() != peer.ip().length()) {
            return Optional.of("an address of another family");
        }
        return switch (scope(target.ip())) {
            case NOBODY -> Optional.of("an address of nobody");
            case GROUP -> Optional.of("an address of many");
            case PUBLIC -> Optional.empty();
            case LOOPBACK -> onlyAmong(Scope.LOOPBACK, "a loopback address", peer);
            case LINK -> onlyAmong(Scope.LINK, "a link-local address", peer);
            case PRIVATE -> onlyAmong(Scope.PRIVATE, "a private address", peer);
        };
    }

    /// Whether a datagram can have come from there: from one host, and a port of it that can be
    /// answered.
    public static boolean isHost(PeerAddress source) {
        var scope = scope(source.ip());
        return source.port() != 0 && scope != Scope.NOBODY && scope != Scope.GROUP;
    }

    private static Optional<String> onlyAmong(Scope scope, String what, PeerAddress peer) {
        return scope(peer.ip()) == scope ? Optional.empty() : Optional.of(what);
    }

    private static Scope scope(Bytes ip) {
        return ip.length() == 4 ? scope4(ip, 0) : scope6(ip);
    }

    private static Scope scope4(Bytes ip, int at) {
        int first = ip.at(at);
        int second = ip.at(at + 1);
        if (first == 0) {
            return Scope.NOBODY;
        }
        if (first >= 224) {
            return Scope.GROUP; // and what was reserved, with the broadcast address
        }
        if (first == 127) {
            return Scope.LOOPBACK;
        }
        if (first == 169 && second == 254) {
            return Scope.LINK;
        }
        boolean ours = first == 10 || (first == 192 && second == 168);
        boolean block = first == 172 && (second & 0xF0) == 16;
        boolean carrier = first == 100 && (second & 0xC0) == 64; // RFC 6598
        return ours || block || carrier ? Scope.PRIVATE : Scope.PUBLIC;
    }

    private static Scope scope6(Bytes ip) {
        if (zeros(ip, 10) && ip.at(10) == 0xFF && ip.at(11) == 0xFF) {
            return scope4(ip, 12);
        }
        if (zeros(ip, 15)) {
            return ip.at(15) == 1 ? Scope.LOOPBACK : Scope.NOBODY;
        }
        if (ip.at(0) == 0xFF) {
            return Scope.GROUP;
        }
        if (ip.at(0) == 0xFE && (ip.at(1) & 0xC0) == 0x80) {
            return Scope.LINK;
        }
        return (ip.at(0) & 0xFE) == 0xFC ? Scope.PRIVATE : Scope.PUBLIC;
    }

    private static boolean zeros(Bytes ip, int count) {
        for (int i = 0; i < count; i++) {
            if (ip.at(i) != 0) {
                return false;
            }
        }
        return true;
    }
}

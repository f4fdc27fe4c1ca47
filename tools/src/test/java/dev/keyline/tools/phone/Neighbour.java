package dev.keyline.tools.phone;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Guard;
import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.CodecChoice;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.call.Encryption;
import dev.keyline.iax.message.Indication;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.New;
import dev.keyline.iax.net.Phone;
import dev.keyline.iax.net.PhoneCall;
import dev.keyline.iax.net.Tap;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.line.HeldKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/// Somebody to call on 127.0.0.1. `alice` must sign with the key `alice`, `bob` must know the word
/// `builder`, everybody else gets in by any name. What follows depends on the extension: 600 rings,
/// answers and echoes; 17 is busy; 0 never answers; 5 answers, presses 5 and hangs up; all others
/// do not exist.
public final class Neighbour implements AutoCloseable, Door {
    private final Phone phone;

    public Neighbour(Path keys) throws IOException {
        var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var ring = new HeldKeys(dev.keyline.keys.ring.KeyRing.load(keys), InstantSource.system());
        phone = Phone.open(loopback, this, ring, this::arrived, Tap.NONE);
    }

    public Neighbour() throws IOException {
        var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        phone = Phone.open(loopback, this, KeyRing.EMPTY, this::arrived, Tap.NONE);
    }

    /// `127.0.0.1:PORT`.
    public String address() {
        return "127.0.0.1:" + phone.localAddress().getPort();
    }

    @Override
    public boolean needsToken(New request, PeerAddress from) {
        return true;
    }

    @Override
    public Admission knock(New request, PeerAddress from) {
        return switch (String.valueOf(request.username())) {
            case "alice" ->
                    new Guarded(
                            new Guard("alice", Set.of(AuthMethod.RSA), List.of("alice"), List.of()),
                            0);
            case "bob" ->
                    new Guarded(
                            new Guard(
                                    "bob",
                                    Set.of(AuthMethod.MD5),
                                    List.of(),
                                    List.of(new Secret("builder"))),
                            0,
                            Encryption.ALLOWED);
            case String name -> new Open(name);
        };
    }

    private void arrived(PhoneCall call) {
        Thread.startVirtualThread(() -> serve(call));
    }

    private void serve(PhoneCall call) {
        try {
            while (true) {
                switch (call.next(Duration.ofSeconds(5)).orElse(null)) {
                    case CallEvent.Arrived(_, _, _, New request) -> welcome(call, request);
                    case CallEvent.Heard voice -> call.speak(voice.format(), voice.payload());
                    case CallEvent.Pressed(char digit, boolean begin) ->
                            call.tell(new Command.Press(digit, begin));
                    case CallEvent.Ended _ -> {
                        return;
                    }
                    case null -> {
                        return;
                    }
                    default -> {}
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void welcome(PhoneCall call, New request) {
        var ours = List.of(MediaFormat.ULAW, MediaFormat.ALAW, MediaFormat.GSM, MediaFormat.SLIN);
        var format = CodecChoice.CALLER.choose(request.media(), ours).orElseThrow();
        switch (request.calledNumber()) {
            case "600" -> {
                call.tell(new Command.Accept(format));
                call.tell(new Command.Indicate(Indication.RINGING));
                call.tell(new Command.Answer());
            }
            case "17" -> {
                call.tell(new Command.Accept(format));
                call.tell(new Command.Indicate(Indication.BUSY));
            }
            case "0" -> call.tell(new Command.Accept(format));
            case "5" -> {
                call.tell(new Command.Accept(format));
                call.tell(new Command.Answer());
                call.tell(new Command.Press('5', true));
                call.tell(new Command.Press('5', false));
                call.hangUp();
            }
            default ->
                    call.tell(
                            new Command.Refuse(
                                    Cause.NO_ROUTE_DESTINATION, "No such context/extension"));
        }
    }

    @Override
    public void close() {
        phone.close();
    }
}

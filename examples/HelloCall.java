// Places a call that an RSA key opens, and prints what happens.
//
// An exchange runs in the same process, made of the same files that `keyline run` reads.
// Run by ./check; by hand:
//   java -cp "tools/target/image/*" examples/HelloCall.java

import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Destination;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.MediaOffer;
import dev.keyline.iax.net.Clock;
import dev.keyline.iax.net.Phone;
import dev.keyline.iax.net.Port;
import dev.keyline.iax.net.Tap;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.keys.genkey.KeyPairFiles;
import dev.keyline.keys.genkey.NewKeyPair;
import dev.keyline.keys.ring.KeyRing;
import dev.keyline.pbx.control.ExchangeFiles;
import dev.keyline.pbx.control.Places;
import dev.keyline.pbx.ledger.Journal;
import dev.keyline.pbx.line.HeldKeys;
import dev.keyline.pbx.line.Names;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;

void main() throws Exception {
    var folder = Files.createTempDirectory("hello-call");
    var keys = Files.createDirectory(folder.resolve("keys"));
    KeyPairFiles.generate(NewKeyPair.named(keys, "hello"), new SecureRandom());
    Files.writeString(folder.resolve("iax.conf"), """
            [hello]
            type = user
            inkeys = hello
            auth = rsa
            context = in
            """);
    Files.writeString(folder.resolve("extensions.conf"), """
            [in]
            exten => 600,1,Answer()
             same => n,Echo()
            """);

    try (var port = exchange(folder);
            var phone = Phone.open(new HeldKeys(KeyRing.load(keys), InstantSource.system()))) {
        var callee = PeerAddress.ofIPv4("127.0.0.1", port.localAddress().getPort());
        var credentials = Credentials.usual("hello", Optional.of("hello"), Optional.empty());
        var call = phone.dial(
                Destination.of(callee, "600", "in", credentials, MediaOffer.of(List.of(MediaFormat.ULAW))));
        int heard = 0;
        for (var event = next(call); !(event instanceof CallEvent.Ended); event = next(call)) {
            switch (event) {
                case CallEvent.Answering(var method, var key, var fingerprint) ->
                    IO.println("proving who we are by " + method + " with key " + key + ", " + fingerprint);
                case CallEvent.Answered _ -> {
                    IO.println("answered; saying hello");
                    for (int block = 0; block < 10; block++) {
                        call.speak(MediaFormat.ULAW, Bytes.copyOf(new byte[160]));
                    }
                }
                case CallEvent.Heard _ -> {
                    if (++heard == 10) {
                        IO.println("all ten blocks came back; hanging up");
                        call.hangUp();
                    }
                }
                default -> IO.println(event.getClass().getSimpleName().toLowerCase(Locale.ROOT));
            }
        }
        if (heard < 10) {
            throw new IllegalStateException("only " + heard + " of 10 blocks came back");
        }
    }
}

CallEvent next(dev.keyline.iax.net.PhoneCall call) throws InterruptedException {
    return call.next(Duration.ofSeconds(5))
            .orElseThrow(() -> new IllegalStateException("nothing happened for 5 s"));
}

Port exchange(Path folder) throws IOException {
    var opened = new ExchangeFiles(Places.within(folder), Journal.SILENT, InstantSource.system())
            .open(Names.NONE, new SecureRandom(), Instant.now(), ZoneId.systemDefault());
    return switch (opened) {
        case ExchangeFiles.Opened.Ready(var exchange) ->
            Port.open(
                    new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), exchange, new Clock(),
                    (_, _) -> {}, Tap.NONE);
        case ExchangeFiles.Opened.Refused(var problems) ->
            throw new IllegalStateException(problems.toString());
    };
}

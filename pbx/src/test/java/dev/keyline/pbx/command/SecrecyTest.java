package dev.keyline.pbx.command;

import static dev.keyline.pbx.exchange.Scene.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.call.Destination;
import dev.keyline.iax.message.AuthReply;
import dev.keyline.iax.message.AuthResult;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.RegisterRelease;
import dev.keyline.iax.message.RegisterRequest;
import dev.keyline.iax.trace.Dump;
import dev.keyline.iax.trace.Packet;
import dev.keyline.iax.trace.PeerEnd;
import dev.keyline.iax.trace.SignatureCheck;
import dev.keyline.iax.trace.Story;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.command.Command.Reply;
import dev.keyline.pbx.exchange.Scene;
import dev.keyline.pbx.exchange.TestKeys;
import java.nio.file.Path;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever happens at the door, nothing that opens it is said: not in the log, in an event, in a
/// trace, at a console, or about the configuration.
class SecrecyTest {
    private static final String PLAN =
            """
            [in]
            exten => 600,1,Answer()
             same => n,Echo()
            exten => 700,1,Dial(IAX2/desk:%1$s@%2$s/600)
            exten => 800,1,Dial(IAX2/east:[east]:%1$s@%2$s/600)
            """;

    /// Everything a person may type that only shows something.
    private static final List<String> SHOWING =
            Commands.all().list().stream()
                    .map(Command::words)
                    .filter(words -> words.contains(" show") || words.startsWith("keys"))
                    .toList();

    private final List<String> said = new ArrayList<>();

    @Provide
    Arbitrary<String> secrets() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .withChars('!', '%', '+', '/', '?', '^', '_', '-', '~')
                .ofMinLength(14)
                .ofMaxLength(24)
                .filter(s -> s.chars().distinct().count() > 6 && !s.startsWith("/"));
    }

    @Property(tries = 30)
    void nothingThatOpensADoorIsEverSaid(
            @ForAll("secrets") String right, @ForAll("secrets") String wrong) {
        said.clear();
        var scene = new Scene();
        var hq = hq(scene, right);
        var branch = branch(scene, hq, right);
        callers(scene, hq, right, wrong);
        branch.act(
                () -> {
                    for (var exten : List.of("700", "800")) {
                        var dialled = "IAX2/desk:" + wrong + "@" + hq.address.host() + "/" + exten;
                        said.add(
                                branch.exchange()
                                        .originate(
                                                dialled,
                                                new dev.keyline.pbx.channel.Position(
                                                        "in", exten, 1),
                                                dev.keyline.iax.message.CallerId.NONE,
                                                scene.net().now())
                                        .toString());
                    }
                });
        scene.pass(10 * SECOND);
        hear(scene, hq, branch);
        assertThat(said).hasSizeGreaterThan(300);
        var everything = String.join("\n", said);
        for (var word : unspeakable(scene, right, wrong).distinct().toList()) {
            assertThat(everything.contains(word))
                    .as(() -> "somebody said " + word + ": " + line(word))
                    .isFalse();
        }
    }

    private String line(String word) {
        return said.stream().filter(l -> l.contains(word)).findFirst().orElse("");
    }

    private static Scene.Office hq(Scene scene, String secret) {
        return scene.office(
                """
                [general]
                loginfailures=0
                securitylog=yes
                [desk]
                type=friend
                host=dynamic
                context=in
                secret=%1$s
                auth=md5,plaintext
                [sealed]
                type=friend
                host=dynamic
                context=in
                auth=md5
                secret=%1$s
                encryption=yes
                [east]
                type=friend
                host=dynamic
                context=in
                auth=rsa
                inkeys=other:east
                secret=%1$s
                encryption=yes
                """
                        .formatted(secret),
                PLAN.formatted(secret, "10.0.0.9"),
                TestKeys.ring(List.of(), List.of("east", "other")));
    }

    private static Scene.Office branch(Scene scene, Scene.Office hq, String secret) {
        return scene.office(
                """
                [general]
                register => desk:%1$s@%2$s
                register => east:[east]@%2$s
                register => sealed:no%1$s@%2$s
                [hq]
                type=peer
                host=%2$s
                username=desk
                secret=%1$s
                """
                        .formatted(secret, hq.address.host()),
                PLAN.formatted(secret, hq.address.host()),
                TestKeys.ring(List.of("east"), List.of()));
    }

    /// By every method, right and wrong, in clear and encrypted.
    private void callers(Scene scene, Scene.Office hq, String right, String wrong) {
        for (var name : List.of("desk", "sealed", "east", "nobody")) {
            for (var secret : List.of(right, wrong)) {
                for (var method : AuthMethod.values()) {
                    var phone = scene.phone(TestKeys.ring(List.of("east", "third"), List.of()));
                    var key = secret.equals(right) ? "east" : "third";
                    var how =
                            new Credentials(
                                    name,
                                    Optional.of(key),
                                    Optional.of(new Secret(secret)),
                                    Set.of(method));
                    said.add(how.toString());
                    phone.dials(hq, "600", how);
                    scene.pass(2 * SECOND);
                    phone.heard(dev.keyline.iax.call.CallEvent.class)
                            .forEach(e -> said.add(e.toString()));
                    if (phone.ending().isEmpty()) {
                        phone.hangsUp();
                    }
                }
            }
        }
    }

    private void hear(Scene scene, Scene.Office... offices) {
        for (var office : offices) {
            said.addAll(office.log);
            office.events.forEach(e -> said.add(e.toString()));
            said.add(office.exchange().configuration().toString());
            said.add(office.exchange().peers().registrations().toString());
            var console = new Console(scene, office, Path.of("no-keys"));
            for (var words : SHOWING) {
                said.addAll(replies(console, words));
                said.addAll(replies(console, words + " desk"));
            }
        }
        var story = new Story(SignatureCheck.NONE);
        for (var passage : scene.net().passages()) {
            var packet =
                    new Packet(
                            passage.at(),
                            end(passage.from()),
                            end(passage.to()),
                            passage.datagram());
            said.add(story.tell(packet).line());
            said.addAll(Dump.of(true, end(passage.to()), passage.datagram().toArray()));
            message(passage.datagram()).ifPresent(m -> said.add(m.toString()));
        }
    }

    private static List<String> replies(Console console, String line) {
        return switch (console.commands.run(line, console)) {
            case Reply.Said(var lines) -> lines;
            case Reply.Failed(var why) -> List.of(why);
            case Reply.Misused _ -> List.of();
        };
    }

    private static PeerEnd end(PeerAddress address) {
        return new PeerEnd(address.ip(), address.port());
    }

    private static Optional<Message> message(Bytes datagram) {
        try {
            return Frame.parse(datagram.toArray()) instanceof FullFrame full
                    ? Optional.of(Message.read(full.body()))
                    : Optional.empty();
        } catch (MalformedFrame encrypted) {
            return Optional.empty();
        }
    }

    private static Stream<String> unspeakable(Scene scene, String right, String wrong) {
        var answers =
                scene.net().passages().stream()
                        .flatMap(p -> message(p.datagram()).stream())
                        .flatMap(SecrecyTest::answer);
        var secrets =
                Stream.of(right, wrong)
                        .flatMap(
                                s ->
                                        Stream.of(
                                                s,
                                                Bytes.utf8(s).asHex(),
                                                Base64.getEncoder()
                                                        .encodeToString(Bytes.utf8(s).toArray())));
        return Stream.concat(Stream.concat(answers, secrets), privateParts());
    }

    private static Stream<String> answer(Message message) {
        var result =
                switch (message) {
                    case AuthReply(AuthResult it) -> it;
                    case RegisterRequest it -> it.result();
                    case RegisterRelease it -> it.result();
                    default -> new AuthResult.None();
                };
        return switch (result) {
            case AuthResult.Md5(var hex) -> Stream.of(hex, hex.toUpperCase(Locale.ROOT));
            case AuthResult.Rsa(var base64) ->
                    Stream.of(
                            base64.substring(0, 40),
                            HexFormat.of().formatHex(Base64.getDecoder().decode(base64)));
            case AuthResult.Password(var text) -> Stream.of(text);
            case AuthResult.None() -> Stream.empty();
        };
    }

    private static Stream<String> privateParts() {
        return Stream.of("east", "third")
                .map(name -> (RSAPrivateCrtKey) TestKeys.pair(name).getPrivate())
                .flatMap(
                        key ->
                                Stream.of(
                                        key.getPrivateExponent(), key.getPrimeP(), key.getPrimeQ()))
                .flatMap(part -> Stream.of(part.toString(), part.toString(16)));
    }

    /// A destination holds credentials, and appears in errors.
    @Property(tries = 30)
    void aDestinationDoesNotTell(@ForAll("secrets") String secret) {
        var to =
                Destination.of(
                        PeerAddress.ofIPv4("192.0.2.1", 4569),
                        "600",
                        null,
                        Credentials.usual(
                                "desk", Optional.empty(), Optional.of(new Secret(secret))),
                        dev.keyline.iax.message.MediaOffer.of(
                                List.of(dev.keyline.iax.message.MediaFormat.ULAW)));
        assertThat(to.toString()).doesNotContain(secret);
    }
}

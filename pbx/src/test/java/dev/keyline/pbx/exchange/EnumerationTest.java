package dev.keyline.pbx.exchange;

import static dev.keyline.pbx.exchange.Scene.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.sim.Network;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.Elements;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.PeerAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whoever tries names sees the same whether one exists, does not, may not come from there, or is
/// written wrong: the same frames at the same times, with elements of the same lengths. All names
/// here have five letters.
class EnumerationTest {
    private static final String PLAN = "[in]\nexten => 600,1,Answer()\n same => n,Echo()\n";
    private static final String MD5 =
            """
            [known]
            type=friend
            host=dynamic
            secret=opensesame
            [wrong]
            type=friend
            host=dynamic
            secret=
            [away0]
            type=friend
            host=dynamic
            secret=opensesame
            deny=0.0.0.0/0.0.0.0
            [fixed]
            type=friend
            host=192.0.2.1
            secret=opensesame
            """;
    private static final String RSA = MD5.replaceAll("secret=.*", "auth=rsa\ninkeys=other");

    private final Scene scene = new Scene();

    private Scene.Office office(String iax) {
        return scene.office(iax, PLAN, TestKeys.ring(List.of(), List.of("other")));
    }

    /// Whatever is asked for, something wrong comes.
    private static Credentials anything(String username) {
        return new Credentials(
                username,
                Optional.of("east"),
                Optional.of(new Secret("x")),
                Set.of(AuthMethod.RSA, AuthMethod.MD5));
    }

    /// What a caller sees who tries a name.
    private List<String> called(Scene.Office office, String name) {
        var phone = scene.phone(TestKeys.ring(List.of("east"), List.of()));
        int from = scene.net().sent();
        long start = scene.net().now();
        phone.dials(office, "600", anything(name));
        scene.pass(5 * SECOND);
        return seen(office.address, phone.address(), from, start);
    }

    /// What somebody sees who tries to register.
    private List<String> registered(Scene.Office office, String name, String proof) {
        int from = scene.net().sent();
        long start = scene.net().now();
        var branch =
                scene.office(
                        "[general]\nregister => %s:%s@%s\n"
                                .formatted(name, proof, office.address.host()),
                        PLAN,
                        TestKeys.ring(List.of("east"), List.of()));
        scene.pass(5 * SECOND);
        return seen(office.address, branch.address, from, start);
    }

    private List<String> seen(PeerAddress from, PeerAddress to, int since, long start) {
        return IntStream.range(since, scene.net().sent())
                .mapToObj(scene.net()::passage)
                .filter(p -> p.from().equals(from) && p.to().equals(to))
                .flatMap(p -> told(p, start))
                .toList();
    }

    private static Stream<String> told(Network.Passage passage, long start) {
        try {
            var frame = (FullFrame) Frame.parse(passage.datagram().toArray());
            var shape = new ArrayList<String>();
            if (frame.body().is(FrameType.IAX)) {
                for (var element : Elements.parse(frame.body().data())) {
                    shape.add(element.id() + ":" + value(element.id(), element.value()));
                }
            }
            return Stream.of(
                    "%d µs: %d/%d %s"
                            .formatted(
                                    (passage.at() - start) / 1000,
                                    frame.body().type(),
                                    frame.body().subclass(),
                                    shape));
        } catch (MalformedFrame e) {
            throw new AssertionError(e);
        }
    }

    /// Chance and names count by their length, all else by its value.
    private static String value(int id, Bytes value) {
        return Set.of(6, 15, 54).contains(id) ? value.length() + " octets" : value.toString();
    }

    @Test
    void callsUnderAnyNameLookAlike() {
        for (var iax : List.of(MD5, RSA)) {
            var office = office(iax);
            var known = called(office, "known");
            assertThat(known).hasSizeGreaterThan(3);
            for (var name : List.of("nobdy", "away0", "wrong", "fixed")) {
                assertThat(called(office, name)).as(name + " of " + iax).isEqualTo(known);
            }
        }
    }

    @Test
    void registrationsUnderAnyNameLookAlike() {
        for (var iax : List.of(MD5, RSA)) {
            var proof = iax.equals(MD5) ? "x" : "[east]";
            var office = office(iax);
            var known = registered(office, "known", proof);
            assertThat(known).hasSizeGreaterThan(2);
            for (var name : List.of("nobdy", "away0", "wrong", "fixed")) {
                assertThat(registered(office, name, proof)).as(name).isEqualTo(known);
            }
        }
    }

    @Test
    void whereMethodsDifferAnUnknownNameLooksLikeOneOfTheKnown() {
        var mixed =
                """
                [alice]
                type=user
                secret=opensesame
                [bobby]
                type=user
                auth=rsa
                inkeys=other
                """;
        var office = office(mixed);
        var known = Set.of(called(office, "alice"), called(office, "bobby"));
        var seen = new HashSet<List<String>>();
        for (int i = 0; i < 12; i++) {
            var first = called(office, "nam" + (10 + i));
            seen.add(first);
            assertThat(called(office, "nam" + (10 + i))).as("asked again").isEqualTo(first);
        }
        assertThat(known).hasSize(2).isEqualTo(seen);
    }
}

package dev.keyline.pbx.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.call.DialString;
import dev.keyline.iax.call.Encryption;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.conf.Conf;
import dev.keyline.pbx.conf.ConfReader;
import dev.keyline.pbx.conf.Texts;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Where dial strings lead, given these peer sections.
class RoutingTest {
    private static final String CONF =
            """
            [west]
            type=peer
            host=192.0.2.1
            port=4570
            username=east
            secret=shared
            outkey=eastkey
            peercontext=from-east
            [named]
            type=peer
            host=pbx.example.net
            [roaming]
            type=peer
            host=dynamic
            [home]
            type=peer
            host=dynamic
            defaultip=192.0.2.9
            [both]
            type=peer
            host=192.0.2.1
            auth=rsa,md5
            secret=shared
            outkey=eastkey
            [forced]
            type=peer
            host=192.0.2.1
            secret=x
            forceencryption=yes
            [nowhere]
            type=peer
            """;

    private static Route route(String dial) {
        var conf = (Conf.Usable) ConfReader.read("iax.conf", Texts.of(Map.of("iax.conf", CONF)));
        var lines = LinesReader.read(conf, KeyRing.EMPTY, new ArrayList<>());
        return Routing.route(DialString.parse(dial), lines, Whereabouts.UNKNOWN);
    }

    private static Route.To to(String dial) {
        return (Route.To) route(dial);
    }

    private static String whyNot(String dial) {
        var nowhere = (Route.Nowhere) route(dial);
        return nowhere.cause() + " " + nowhere.why();
    }

    @Test
    void theSectionCountsWhereTheDialStringIsSilent() {
        var to = to("IAX2/west/100");
        assertThat(to.address()).isEqualTo(PeerAddress.ofIPv4("192.0.2.1", 4570));
        assertThat(to.call().exten()).isEqualTo("100");
        assertThat(to.call().context()).contains("from-east");
        assertThat(to.call().credentials().username()).isEqualTo("east");
        assertThat(to.call().credentials().key()).contains("eastkey");
    }

    @Test
    void theDialStringCountsMore() {
        var to = to("IAX2/me:[mine]@west:4999/100@there");
        assertThat(to.address().port()).isEqualTo(4999);
        assertThat(to.call().context()).contains("there");
        assertThat(to.call().credentials().username()).isEqualTo("me");
        assertThat(to.call().credentials().key()).contains("mine");
    }

    @Test
    void emptiedFieldsAreEmpty() {
        var noKey = to("IAX2/east:[]@west/1").call().credentials();
        assertThat(noKey.key()).isEmpty();
        assertThat(noKey.secret()).contains(new Secret("shared"));
        assertThat(noKey.willing()).containsExactly(AuthMethod.MD5);
        assertThat(to("IAX2/east:@west/1").call().credentials().secret()).isEmpty();
    }

    @Test
    void withAKeyThereIsNoWayBackToTheSecretUnlessAuthSaysSo() {
        assertThat(to("IAX2/west/1").call().credentials().willing())
                .containsExactly(AuthMethod.RSA);
        assertThat(to("IAX2/both/1").call().credentials().willing())
                .isEqualTo(Set.of(AuthMethod.RSA, AuthMethod.MD5));
    }

    @Test
    void hostsWithoutSection() {
        assertThat(to("IAX2/192.0.2.5/1").address())
                .isEqualTo(PeerAddress.ofIPv4("192.0.2.5", 4569));
        assertThat(route("IAX2/host.example.net:4600/1"))
                .isInstanceOfSatisfying(
                        Route.Lookup.class,
                        lookup -> {
                            assertThat(lookup.host()).isEqualTo("host.example.net");
                            assertThat(lookup.port()).isEqualTo(4600);
                        });
        assertThat(to("IAX2/[2001:db8::1]/1").address().host()).startsWith("2001:db8:");
    }

    @Test
    void namesAreLookedUpPerCall() {
        assertThat(route("IAX2/named/1"))
                .isInstanceOfSatisfying(
                        Route.Lookup.class,
                        lookup -> assertThat(lookup.host()).isEqualTo("pbx.example.net"));
    }

    @Test
    void encryptionIsThePeersAndItsSecretMayBeDialled() {
        assertThat(to("IAX2/forced/1").call().encryption()).isEqualTo(Encryption.FORCED);
        assertThat(to("IAX2/both/1").call().encryption()).isEqualTo(Encryption.NONE);
        var dialled = to("IAX2/me:[eastkey]:shared@192.0.2.5/1").call().credentials();
        assertThat(dialled.key()).contains("eastkey");
        assertThat(dialled.secret()).contains(new Secret("shared"));
    }

    @Test
    void whereThereIsNoWay() {
        assertThat(to("IAX2/home/1").address().host()).isEqualTo("192.0.2.9");
        assertThat(whyNot("IAX2/roaming/1")).startsWith("20 ").contains("host=dynamic");
        assertThat(whyNot("IAX2/nowhere/1")).startsWith("20 ").contains("no host=");
        assertThat(whyNot("IAX2/")).startsWith("3 ");
    }

    @Test
    void anUnwrittenSecretIsNone() {
        assertThat(to("IAX2/192.0.2.5/1").call().credentials().secret())
                .isEqualTo(Optional.empty());
    }
}

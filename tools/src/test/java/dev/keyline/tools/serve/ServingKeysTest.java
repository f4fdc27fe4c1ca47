package dev.keyline.tools.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.net.Tap;
import dev.keyline.keys.genkey.KeyPairFiles;
import dev.keyline.keys.genkey.NewKeyPair;
import dev.keyline.keys.ring.Unlocking;
import dev.keyline.pbx.ledger.ExchangeEvent;
import dev.keyline.pbx.ledger.Journal;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Keys of an exchange on a port of loopback.
final class ServingKeysTest {
    @TempDir private Path folder = Path.of("");

    private final List<String> log = new CopyOnWriteArrayList<>();

    private final Journal.Sink sink =
            new Journal.Sink() {
                @Override
                public void logged(Journal.Level level, String text) {
                    log.add(text);
                }

                @Override
                public void happened(ExchangeEvent event) {}
            };

    private Serving open(KeptPasscodes passcodes) throws Exception {
        var starter = new Starter(folder);
        starter.write();
        return Serving.open(starter.main(), OptionalInt.of(freePort()), passcodes, sink, Tap.NONE);
    }

    private static int freePort() throws IOException {
        try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void make(String name, String passphrase) throws IOException {
        new Starter(folder).write();
        var wish = NewKeyPair.named(folder.resolve("keys"), name);
        KeyPairFiles.generate(wish.lockedWith(passphrase.toCharArray()), new SecureRandom());
    }

    @Test
    void unlocksWhileItRuns() throws Exception {
        make("east", "open sesame");
        try (var serving = open(KeptPasscodes.NONE)) {
            assertThat(serving.keys().privateKey("east").objection()).isPresent();
            assertThat(serving.unlock("east", "sesame".toCharArray()))
                    .isInstanceOf(Unlocking.StillLocked.class);
            assertThat(serving.unlock("east", "open sesame".toCharArray()))
                    .isInstanceOf(Unlocking.Unlocked.class);
            assertThat(serving.keys().privateKey("east").objection()).isEmpty();
        }
        assertThat(log).contains("Key 'east' is unlocked").noneMatch(it -> it.contains("sesame"));
    }

    @Test
    void startsWithNobodyThere() throws Exception {
        make("east", "open sesame");
        var kept =
                KeptPasscodes.of(Optional.empty(), Map.of("KEYLINE_PASSCODE_EAST", "open sesame"));
        try (var serving = open(kept)) {
            assertThat(serving.keys().privateKey("east").objection()).isEmpty();
            make("west", "another");
            assertThat(serving.reloadKeys().changes()).hasSize(2);
            assertThat(serving.keys().publicKey("west").objection()).isEmpty();
        }
    }

    @Test
    void takesUpWhatChangesByItself() throws Exception {
        try (var serving = open(KeptPasscodes.NONE)) {
            make("west", "another");
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (serving.keys().publicKey("west").objection().isPresent()
                    && System.nanoTime() < until) {
                LockSupport.parkNanos(10_000_000);
            }
            assertThat(serving.keys().publicKey("west").objection()).isEmpty();
        }
        assertThat(log).anyMatch(line -> line.endsWith("west.pub loaded"));
    }
}

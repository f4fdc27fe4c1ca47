package dev.keyline.tools.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.KeyTried;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.ledger.ExchangeEvent;
import dev.keyline.pbx.ledger.Journal;
import dev.keyline.pbx.ledger.LoginEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Logins as lines of JSON.
class LoginLogTest {
    private static final LoginEvent REFUSED =
            new LoginEvent.Refused(
                    attempt("east"),
                    "no-key-matched",
                    List.of(
                            new KeyTried("old", "", "no-file", "no file old.pub"),
                            new KeyTried("new", "SHA256:abc", KeyTried.NO_MATCH, "not it")),
                    "no key in inkeys= made this \"signature\"",
                    "compare the fingerprints");
    private static final LoginEvent ACCEPTED =
            new LoginEvent.Accepted(attempt("west"), "west", "SHA256:def");

    @TempDir private Path folder = Path.of("");

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final Journal.Sink sink =
            new Journal.Sink() {
                @Override
                public void logged(Journal.Level level, String text) {
                    log.add(level + " " + text);
                }

                @Override
                public void happened(ExchangeEvent event) {}
            };

    private static LoginEvent.Attempt attempt(String account) {
        return new LoginEvent.Attempt(
                Instant.parse("2026-11-23T12:00:00Z"),
                LoginEvent.Kind.CALL,
                PeerAddress.ofIPv4("192.0.2.1", 4569),
                account,
                Set.of(AuthMethod.RSA),
                Optional.of(AuthMethod.RSA),
                "600");
    }

    @Test
    void everyLoginIsOneLine() throws Exception {
        var file = folder.resolve("logins.jsonl");
        try (var logins = new LoginLog(sink)) {
            logins.to(Optional.of(file));
            logins.happened(REFUSED);
            logins.happened(ACCEPTED);
        }
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "{\"time\":\"2026-11-23T12:00:00Z\",\"login\":\"call\",\"incoming\":true,\"ok\":false,"
                                + "\"account\":\"east\",\"peer\":\"192.0.2.1\",\"port\":4569,"
                                + "\"required\":[\"rsa\"],\"used\":\"rsa\",\"extension\":\"600\","
                                + "\"reason\":\"no-key-matched\","
                                + "\"tried\":[\"old no-file\",\"new SHA256:abc no-match\"],"
                                + "\"explanation\":\"no key in inkeys= made this \\\"signature\\\"\","
                                + "\"hint\":\"compare the fingerprints\"}",
                        "{\"time\":\"2026-11-23T12:00:00Z\",\"login\":\"call\",\"incoming\":true,\"ok\":true,"
                                + "\"account\":\"west\",\"peer\":\"192.0.2.1\",\"port\":4569,"
                                + "\"required\":[\"rsa\"],\"used\":\"rsa\",\"extension\":\"600\","
                                + "\"key\":\"west\",\"fingerprint\":\"SHA256:def\"}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(log).isEmpty();
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidOnce() {
        try (var logins = new LoginLog(sink)) {
            logins.to(Optional.of(folder.resolve("nowhere/logins.jsonl")));
            logins.happened(REFUSED);
            logins.happened(ACCEPTED);
        }
        assertThat(log)
                .singleElement()
                .asString()
                .startsWith("WARNING loginlog=" + folder)
                .contains("logins are not recorded");
    }

    @Test
    void withoutAFileNothingIsWritten() {
        try (var logins = new LoginLog(sink)) {
            logins.happened(REFUSED);
        }
        assertThat(folder).isEmptyDirectory();
    }
}

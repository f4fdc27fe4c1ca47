package dev.keyline.pbx.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.keys.ring.KeyRing;
import dev.keyline.pbx.control.FolderTexts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A configuration directory with nothing wrong, until something is planted in it.
final class Sample {
    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private static final String IAX =
            """
            [general]
            bindport=4569
            disallow=all
            allow=ulaw,alaw
            register => branch:[branch]@192.0.2.7

            [alice]
            type=friend
            host=dynamic
            auth=rsa
            inkeys=alice
            context=inside

            [hq]
            type=peer
            host=hq.example.net
            username=branch
            outkey=branch
            auth=rsa
            """;

    private static final String EXTENSIONS =
            """
            [general]
            autofallthrough=yes
            [inside]
            exten => 600,1,Answer()
             same => n,Echo()
            exten => _9XX,1,Dial(IAX2/hq/${EXTEN})
            """;

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, byte[]> keys = new LinkedHashMap<>();
    private final Set<String> exposed = new HashSet<>();
    private final Set<String> folders = new HashSet<>();
    private final Map<String, PeerAddress> hosts = new HashMap<>();
    private final Map<String, Instant> written = new HashMap<>();
    private final Set<String> openFiles = new HashSet<>();
    private Optional<Set<Bytes>> own = Optional.empty();
    private boolean asks;
    private boolean withoutKeys;

    Sample() {
        texts.put("iax.conf", IAX);
        texts.put("extensions.conf", EXTENSIONS);
        keys.put("alice.pub", TestPairs.publicKey("alice"));
        keys.put("branch.pub", TestPairs.publicKey("branch"));
        keys.put("branch.key", TestPairs.privateKey("branch"));
        hosts.put("hq.example.net", PeerAddress.ofIPv4("192.0.2.7", 4569));
    }

    /// Another text instead of one that must be there.
    Sample iax(String before, String after) {
        return change("iax.conf", before, after);
    }

    Sample plan(String before, String after) {
        return change("extensions.conf", before, after);
    }

    private Sample change(String file, String before, String after) {
        var text = text(file);
        if (!text.contains(before)) {
            throw new IllegalArgumentException("no '" + before + "' in " + file);
        }
        texts.put(file, text.replace(before, after));
        return this;
    }

    Sample iax(String more) {
        texts.merge("iax.conf", more, String::concat);
        return this;
    }

    Sample plan(String more) {
        texts.merge("extensions.conf", more, String::concat);
        return this;
    }

    Sample without(String file) {
        texts.remove(file);
        keys.remove(file);
        return this;
    }

    Sample key(String file, byte[] content) {
        keys.put(file, content);
        return this;
    }

    Sample key(String file, String content) {
        return key(file, content.getBytes(UTF_8));
    }

    /// A key file with a mode that lets others read it.
    Sample exposed(String file) {
        exposed.add(file);
        return this;
    }

    /// A folder where a key file should be.
    Sample folder(String file) {
        folders.add(file);
        return this;
    }

    Sample withoutKeyDirectory() {
        withoutKeys = true;
        return this;
    }

    Sample host(String name, String address) {
        hosts.put(name, PeerAddress.ofIPv4(address, 4569));
        return this;
    }

    Sample written(String file, Instant when) {
        written.put(file, when);
        return this;
    }

    Sample openFile(String file) {
        openFiles.add(file);
        return this;
    }

    Sample own(String address) {
        own = Optional.of(Set.of(PeerAddress.ofIPv4(address, 0).ip()));
        return this;
    }

    Sample asks() {
        asks = true;
        return this;
    }

    String text(String file) {
        return texts.getOrDefault(file, "");
    }

    /// Writes the files into a folder and has them examined.
    Diagnosis examined(Path folder) {
        try {
            write(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var around =
                new Surroundings(
                        NOW,
                        (host, port) ->
                                Optional.ofNullable(hosts.get(host))
                                        .map(at -> new PeerAddress(at.ip(), port)),
                        own,
                        written,
                        openFiles,
                        asks);
        return Doctor.examine(
                new FolderTexts(folder), KeyRing.load(folder.resolve("keys")), around);
    }

    private void write(Path folder) throws IOException {
        for (var text : texts.entrySet()) {
            Files.writeString(folder.resolve(text.getKey()), text.getValue());
        }
        if (withoutKeys) {
            return;
        }
        var directory = Files.createDirectories(folder.resolve("keys"));
        for (var name : folders) {
            Files.createDirectories(directory.resolve(name));
        }
        for (var key : keys.entrySet()) {
            var file = Files.write(directory.resolve(key.getKey()), key.getValue());
            var mode = exposed.contains(key.getKey()) ? "rw-r--r--" : "rw-------";
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        }
    }
}

package dev.keyline.keys.ring;

import dev.keyline.keys.pem.Fault;
import dev.keyline.keys.pem.PemPrivateKey;
import dev.keyline.keys.pem.PemPublicKey;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads key files from disk: those of one directory, none below it.
final class KeyDirectory {
    private static final int OWNER_READ_WRITE = 0600;
    private static final int PERMISSIONS = 07777;

    private KeyDirectory() {}

    /// What a directory holds.
    ///
    /// @param slots one for every file that has the name of a key, in no particular order
    /// @param terms one for every validity file, by the name of its keys
    record Contents(List<Slot> slots, Map<String, Term> terms) {}

    static Contents read(Path directory) throws IOException {
        var slots = new ArrayList<Slot>();
        var terms = new HashMap<String, Term>();
        try (var files = Files.newDirectoryStream(directory)) {
            for (var path : files) {
                KeyFile.of(path).map(KeyDirectory::load).ifPresent(slots::add);
                ValidityFile.name(path).ifPresent(name -> terms.put(name, ValidityFile.read(path)));
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return new Contents(slots, terms);
    }

    private static Slot load(KeyFile file) {
        try {
            var objection = file.objection().isPresent() ? file.objection() : objection(file);
            return objection.isPresent() ? new Refused(file, objection.get()) : content(file);
        } catch (IOException e) {
            return new Refused(file, new Refusal.Unreadable(file.path(), FileReason.of(e)));
        }
    }

    /// Type and permissions count where a symbolic link leads to, not the link's own.
    private static Optional<Refusal> objection(KeyFile file) throws IOException {
        var path = file.path();
        if (!Files.readAttributes(path, BasicFileAttributes.class).isRegularFile()) {
            return Optional.of(new Refusal.NotRegular(path));
        }
        var mode = file.id().type() == KeyType.PRIVATE ? mode(path) : 0;
        return (mode & ~OWNER_READ_WRITE) == 0
                ? Optional.empty()
                : Optional.of(new Refusal.BadMode(path, mode));
    }

    /// Zero where files have no such bits (Windows): there the folder's own protection has to do.
    private static int mode(Path path) throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return 0;
        }
        return (Integer) Files.getAttribute(path, "unix:mode") & PERMISSIONS;
    }

    private static Slot content(KeyFile file) throws IOException {
        byte[] text;
        try (var in = Files.newInputStream(file.path())) {
            text = in.readNBytes(Fault.TooLarge.LIMIT + 1);
        }
        return file.id().type() == KeyType.PUBLIC ? publicKey(file, text) : privateKey(file, text);
    }

    private static Slot publicKey(KeyFile file, byte[] text) {
        return switch (PemPublicKey.read(text)) {
            case PemPublicKey.Usable(var key) -> Entry.Public.of(file, Stamp.of(text), key);
            case PemPublicKey.Unusable(var fault) -> refused(file, fault);
        };
    }

    private static Slot privateKey(KeyFile file, byte[] text) {
        return switch (PemPrivateKey.read(text)) {
            case PemPrivateKey.Usable(var key) -> Entry.Private.of(file, Stamp.of(text), key);
            case PemPrivateKey.Locked locked -> new Entry.Locked(file, Stamp.of(text), locked);
            case PemPrivateKey.Unusable(var fault) -> refused(file, fault);
        };
    }

    private static Refused refused(KeyFile file, Fault fault) {
        return new Refused(file, new Refusal.BadContent(file.path(), fault));
    }
}

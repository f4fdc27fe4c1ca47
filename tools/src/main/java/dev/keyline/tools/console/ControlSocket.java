package dev.keyline.tools.console;

import dev.keyline.pbx.command.Commands;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Where consoles attach to an exchange.
public final class ControlSocket implements AutoCloseable {
    /// The file in the run directory.
    public static final String NAME = "keyline.ctl";

    /// Consoles at once; further ones are turned away.
    private static final int MOST_CONSOLES = 20;

    private final Path file;
    private final ServerSocketChannel listening;
    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
    private final Session.Desk desk;
    private final Commands commands = Commands.all();

    private ControlSocket(Path file, ServerSocketChannel listening, Session.Desk desk) {
        this.file = file;
        this.listening = listening;
        this.desk = desk;
    }

    /// Opens the socket. One that a dead process left behind is replaced.
    ///
    /// @throws IOException when another exchange answers there, or it cannot be made
    public static ControlSocket open(Path folder, Session.Desk desk) throws IOException {
        var file = folder.resolve(NAME);
        if (Files.exists(file)) {
            if (answers(file)) {
                throw new IOException(
                        "another exchange answers at "
                                + file
                                + "; attach to it with keyline -r, or give this one another"
                                + " astrundir");
            }
            Files.delete(file);
        }
        var listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            bind(listening, file);
        } catch (IOException e) {
            listening.close();
            throw e;
        }
        var socket = new ControlSocket(file, listening, desk);
        Thread.ofVirtual().name("console").start(socket::serve);
        return socket;
    }

    /// Bound under another name, closed to others, and only then given its own: nobody finds it
    /// open.
    private static void bind(ServerSocketChannel listening, Path file) throws IOException {
        var hidden = file.resolveSibling("." + file.getFileName() + ProcessHandle.current().pid());
        Files.deleteIfExists(hidden);
        listening.bind(UnixDomainSocketAddress.of(hidden));
        Files.setPosixFilePermissions(hidden, PosixFilePermissions.fromString("rw-------"));
        Files.move(hidden, file);
    }

    private static boolean answers(Path file) {
        try (var probe = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
            return probe.isConnected();
        } catch (IOException _) {
            return false;
        }
    }

    private void serve() {
        while (listening.isOpen()) {
            try {
                attach(listening.accept());
            } catch (ClosedChannelException _) {
                return;
            } catch (IOException e) {
                desk.complain("console: " + e.getMessage());
                return;
            }
        }
    }

    private void attach(SocketChannel channel) throws IOException {
        if (sessions.size() >= MOST_CONSOLES) {
            channel.close();
            return;
        }
        var session = new Session(new Wire(channel), commands, desk);
        sessions.add(session);
        if (!listening.isOpen()) { // closed while this one came in
            session.end();
        }
        Thread.ofVirtual()
                .name("console session")
                .start(
                        () -> {
                            try {
                                session.serve();
                            } finally {
                                sessions.remove(session);
                            }
                        });
    }

    @Override
    public void close() throws IOException {
        listening.close();
        Files.deleteIfExists(file);
        sessions.forEach(Session::end);
    }
}

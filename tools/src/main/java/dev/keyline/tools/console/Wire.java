package dev.keyline.tools.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Lines over a socket, each with a letter and a text.
final class Wire implements AutoCloseable {
    /// The longest text; a longer one is cut when sent, and ends the connection when received.
    static final int LONGEST = 8192;

    private final SocketChannel channel;
    private final BufferedReader in;
    private final Writer out;

    Wire(SocketChannel channel) {
        this.channel = channel;
        this.in =
                new BufferedReader(
                        new InputStreamReader(
                                Channels.newInputStream(channel), StandardCharsets.UTF_8));
        this.out =
                new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8);
    }

    record Line(char letter, String text) {}

    /// The next line, or nothing when the other side is gone.
    Optional<Line> read() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.length() > LONGEST) {
                return Optional.empty();
            }
            line.append((char) c);
        }
        return line.isEmpty()
                ? Optional.empty()
                : Optional.of(new Line(line.charAt(0), line.substring(1)));
    }

    synchronized void send(char letter, String text) throws IOException {
        var one = text.replace('\n', ' ').replace('\r', ' ');
        out.write(letter + (one.length() > LONGEST ? one.substring(0, LONGEST) : one) + "\n");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

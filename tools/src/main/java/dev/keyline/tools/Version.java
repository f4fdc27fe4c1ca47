package dev.keyline.tools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// What `--version` says.
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "keyline " + number() + " (Java " + System.getProperty("java.version") + ")"
        };
    }

    /// The number of this build, such as `0.1.0`.
    public static String number() {
        try (var in = Version.class.getResourceAsStream("version.properties")) {
            var properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

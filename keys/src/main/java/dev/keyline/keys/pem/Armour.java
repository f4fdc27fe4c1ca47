package dev.keyline.keys.pem;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.StringReader;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/// The lines around the base64 (RFC 7468, and RFC 1421 for header lines).
final class Armour {
    private static final Pattern BEGIN = Pattern.compile("(?m)^-----BEGIN ([^-]*)-----$");
    private static final Pattern SSH_LINE =
            Pattern.compile("\\A(ssh-|ecdsa-sha2-|sk-ssh-|---- BEGIN SSH2)");
    private static final int DER_SEQUENCE = 0x30;

    private Armour() {}

    /// The first PEM object of a file, whatever stands around it.
    static PemObject open(byte[] file) throws FaultFound {
        if (file.length > Fault.TooLarge.LIMIT) {
            throw new FaultFound(new Fault.TooLarge());
        }
        // OpenSSL forgives blanks and CR at the end of a line; Bouncy Castle does not, so they go
        // first.
        var text =
                new String(file, ISO_8859_1)
                        .lines()
                        .map(String::stripTrailing)
                        .collect(Collectors.joining("\n"));
        var begin = BEGIN.matcher(text);
        if (!begin.find()) {
            throw new FaultFound(withoutArmour(file, text));
        }
        return decode(text.substring(begin.start()), printable(begin.group(1)));
    }

    private static PemObject decode(String text, String label) throws FaultFound {
        try (var reader = new PemReader(new StringReader(text))) {
            PemObject object = reader.readPemObject();
            if (object == null) {
                throw new FaultFound(new Fault.NotPem());
            }
            return object;
        } catch (IOException e) {
            var ended = text.contains("\n-----END ");
            throw new FaultFound(
                    ended
                            ? new Fault.Damaged("the base64 text does not decode")
                            : new Fault.Truncated(label));
        }
    }

    private static Fault withoutArmour(byte[] file, String text) {
        if (text.isBlank()) {
            return new Fault.Empty();
        }
        if (SSH_LINE.matcher(text).find()) {
            return new Fault.OpenSsh();
        }
        return file[0] == DER_SEQUENCE && !isText(text) ? new Fault.Der() : new Fault.NotPem();
    }

    private static boolean isText(String text) {
        return text.chars().allMatch(c -> c == '\n' || c == '\t' || (c >= ' ' && c < 0x7F));
    }

    /// What a file claims to be, made fit for a message.
    static String printable(String label) {
        var plain = label.replaceAll("[^ -~]", "?");
        return plain.length() <= 40 ? plain : plain.substring(0, 40) + "...";
    }

    /// PEM text as OpenSSL writes it, 64 characters to a line, each line ended by LF.
    ///
    /// @param headers lines between the BEGIN line and the base64, each with its LF, or nothing
    static byte[] close(String label, String headers, byte[] content) {
        var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        var text =
                "-----BEGIN "
                        + label
                        + "-----\n"
                        + headers
                        + base64
                        + "\n-----END "
                        + label
                        + "-----\n";
        return text.getBytes(US_ASCII);
    }
}

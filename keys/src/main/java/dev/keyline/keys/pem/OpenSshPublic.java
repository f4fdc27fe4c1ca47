package dev.keyline.keys.pem;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.util.io.pem.PemObject;

/// Public keys of SSH (RFC 4253 §6.6): OpenSSH's single line, and the file of RFC 4716.
final class OpenSshPublic {
    private static final String RSA = "ssh-rsa";
    private static final String BEGIN = "---- BEGIN SSH2 PUBLIC KEY ----";
    private static final String END = "---- END SSH2 PUBLIC KEY ----";

    /// RFC 4716 §3.3: a line with a colon, and those that it continues on with a backslash.
    private static final Pattern HEADER = Pattern.compile("(?m)^[^:\\n]+:(.*\\\\\\n)*.*\\n");

    private OpenSshPublic() {}

    /// The key as the PEM object it would be elsewhere.
    static PemObject asPem(byte[] file) throws FaultFound {
        var text = new String(file, ISO_8859_1).replace("\r", "").strip();
        var reader = new SshReader(decoded(text.startsWith(BEGIN) ? body(text) : line(text)));
        var type = reader.text();
        if (!type.equals(RSA)) {
            throw new FaultFound(new Fault.WrongAlgorithm(Armour.printable(type)));
        }
        var exponent = reader.integer();
        return new PemObject("PUBLIC KEY", PemText.spki(reader.integer(), exponent));
    }

    private static String body(String text) throws FaultFound {
        int end = text.indexOf(END);
        if (end < 0) {
            throw new FaultFound(new Fault.Truncated("SSH2 PUBLIC KEY"));
        }
        return HEADER.matcher(text.substring(BEGIN.length() + 1, end)).replaceAll("");
    }

    private static String line(String text) throws FaultFound {
        var words = text.lines().findFirst().orElse("").split("[ \t]+", 3);
        if (words.length < 2) {
            throw new FaultFound(new Fault.Truncated(Armour.printable(words[0])));
        }
        return words[1];
    }

    private static byte[] decoded(String base64) throws FaultFound {
        try {
            return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new FaultFound(new Fault.Damaged("the base64 text does not decode"));
        }
    }

    /// A line as `ssh-keygen -y` writes it.
    ///
    /// @param comment behind the key; without line ends
    static byte[] line(RSAPublicKey key, String comment) {
        var out = new ByteArrayOutputStream();
        write(out, RSA.getBytes(US_ASCII));
        write(out, key.getPublicExponent());
        write(out, key.getModulus());
        var base64 = Base64.getEncoder().encodeToString(out.toByteArray());
        return (RSA + " " + base64 + " " + comment + "\n").getBytes(US_ASCII);
    }

    private static void write(ByteArrayOutputStream out, BigInteger number) {
        write(out, number.toByteArray());
    }

    private static void write(ByteArrayOutputStream out, byte[] string) {
        out.writeBytes(ByteBuffer.allocate(4).putInt(string.length).array());
        out.writeBytes(string);
    }
}

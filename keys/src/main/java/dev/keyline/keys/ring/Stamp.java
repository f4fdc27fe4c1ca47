package dev.keyline.keys.ring;

import java.util.Arrays;
import java.util.HexFormat;

/// Tells one content of a file from another.
///
/// @param sum what `keys show` prints: MD5 in 32 hexadecimal digits over the text up to and
///   including its last line end (Asterisk leaves out a last line that has none). For comparing
///   with Asterisk only
/// @param sha256 over every octet; this one decides whether a file has changed
public record Stamp(String sum, String sha256) {
    static Stamp of(byte[] file) {
        var lines = Arrays.copyOf(file, afterLastLine(file));
        return new Stamp(hex(Digests.md5(lines)), hex(Digests.sha256(file)));
    }

    private static int afterLastLine(byte[] file) {
        int end = file.length;
        while (end > 0 && file[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}

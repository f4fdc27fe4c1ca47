package dev.keyline.keys.pem;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.util.Arrays;

/// The data types of SSH (RFC 4251 §5), read one after the other.
final class SshReader {
    private final byte[] octets;
    private int at;

    SshReader(byte[] octets) {
        this.octets = octets;
    }

    /// An unsigned number of 32 bits.
    long number() throws FaultFound {
        long number = 0;
        for (var octet : take(4)) {
            number = (number << 8) | (octet & 0xFF);
        }
        return number;
    }

    byte[] string() throws FaultFound {
        return take(number());
    }

    String text() throws FaultFound {
        return new String(string(), US_ASCII);
    }

    /// A whole number; those of RSA are positive.
    BigInteger integer() throws FaultFound {
        var string = string();
        return string.length == 0 ? BigInteger.ZERO : new BigInteger(string);
    }

    /// So many octets as they are.
    byte[] take(long count) throws FaultFound {
        if (count > octets.length - at) {
            throw new FaultFound(new Fault.Damaged("its OpenSSH structure is cut short"));
        }
        at += (int) count;
        return Arrays.copyOfRange(octets, at - (int) count, at);
    }
}

package dev.keyline.keys.pem;

import java.io.IOException;

/// The one place where Bouncy Castle's many ways of saying "this is not such a structure" become
/// one.
final class Structure {
    interface Decoding<T> {
        T decode() throws IOException;
    }

    private Structure() {}

    /// @param what the name of the structure, for the message
    static <T> T decode(String what, Decoding<T> decoding) throws FaultFound {
        T decoded;
        try {
            decoded = decoding.decode();
        } catch (IOException | RuntimeException e) {
            // On malformed input its getInstance methods throw IllegalArgument-, IllegalState-,
            // ClassCast-,
            // Arithmetic- and index exceptions; which one it is tells an operator nothing.
            throw new FaultFound(new Fault.Damaged("its content is no " + what + " structure"));
        }
        if (decoded == null) {
            throw new FaultFound(new Fault.Damaged("its content is no " + what + " structure"));
        }
        return decoded;
    }
}

package dev.keyline.keys.genkey;

import dev.keyline.keys.pem.KeySize;
import dev.keyline.keys.ring.KeyFile;
import dev.keyline.keys.ring.Refusal;
import java.nio.file.Path;

/// Why no key pair was made. Each message says what is wrong, then what to do.
public sealed interface Obstacle {
    String message();

    record BadName(String name) implements Obstacle {
        @Override
        public String message() {
            return "'"
                    + name.replaceAll("\\p{Cntrl}", "?")
                    + "' is no key name: use letters, digits, '.', '_', '-'"
                    + " and blanks inside, beginning with a letter, digit or '_', at most "
                    + KeyFile.LONGEST_NAME
                    + " characters";
        }
    }

    record PathTooLong(Path file) implements Obstacle {
        @Override
        public String message() {
            return "the path "
                    + file
                    + " takes more than "
                    + KeyFile.LONGEST_PATH
                    + " octets, so Asterisk would skip it: use a shorter name or directory";
        }
    }

    record BadSize(int bits) implements Obstacle {
        @Override
        public String message() {
            return bits
                    + " bits do not interoperate with Asterisk: use "
                    + KeySize.USUAL
                    + " ("
                    + KeySize.SMALLEST
                    + " to "
                    + KeySize.LARGEST
                    + " are possible)";
        }
    }

    /// Openssl or Asterisk could not take it.
    ///
    /// @param problem never contains the passphrase
    record BadPassphrase(String problem) implements Obstacle {
        @Override
        public String message() {
            return "the passphrase " + problem + ": choose another, or make a key without one";
        }
    }

    record NoDirectory(Path directory) implements Obstacle {
        @Override
        public String message() {
            return directory + " is not a directory: create it first (mkdir -p " + directory + ")";
        }
    }

    record Exists(Path file) implements Obstacle {
        @Override
        public String message() {
            return file
                    + " exists: choose another name, or ask for it to be overwritten"
                    + " (the key in it is lost then)";
        }
    }

    record NotAFile(Path file) implements Obstacle {
        @Override
        public String message() {
            return file + " exists and is not a file: remove it or choose another name";
        }
    }

    /// The disk did not take it.
    ///
    /// @param privateDone the private file is new and in place, the public one is not
    record WriteFailed(Path file, String why, boolean privateDone) implements Obstacle {
        @Override
        public String message() {
            var failed = file + " could not be written (" + why + ")";
            return privateDone
                    ? failed
                            + ": the private key is in place, write the public one with openssl rsa -pubout"
                    : failed + ": check space and permissions, nothing was changed";
        }
    }

    /// A key cannot be followed by another, since it is not there or its time cannot be read.
    record NotRotated(Refusal why) implements Obstacle {
        @Override
        public String message() {
            return why.message();
        }
    }
}

package dev.keyline.keys.ring;

import dev.keyline.keys.pem.Fault;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

/// Why a key is not there, for the person who has to mend it: what is wrong with which file, then
/// what to do.
public sealed interface Refusal {
    String message();

    /// The same as a short name, for counters and programs: `no-file`, `bad-mode`; of what stands
    /// in a file, the name of its fault, `wrong-size`.
    default String word() {
        Object named = this instanceof BadContent(_, var fault) ? fault : this;
        return named.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    /// There is no such file.
    ///
    /// @param otherHalf whether the other half of the pair is there
    record NoFile(Path directory, KeyId key, boolean otherHalf) implements Refusal {
        @Override
        public String message() {
            return "no file " + printable(key.fileName()) + " in " + directory + hint();
        }

        private String hint() {
            if (!otherHalf) {
                return ": put it there and reload the keys";
            }
            return switch (key.type()) {
                case PUBLIC ->
                        ": write it from %1$s.key: openssl rsa -in %1$s.key -pubout"
                                .formatted(key.name());
                case PRIVATE ->
                        ": %s.pub is there, but only the private half can answer"
                                .formatted(key.name());
            };
        }
    }

    record NoDirectory(Path directory, String why) implements Refusal {
        @Override
        public String message() {
            return "key directory "
                    + directory
                    + " cannot be read ("
                    + why
                    + "): create it, or set astkeydir";
        }
    }

    /// A private key that others than its owner may read, write or execute. Owner read and write,
    /// or less, is the rule of Asterisk as well.
    ///
    /// @param mode the permission bits
    record BadMode(Path file, int mode) implements Refusal {
        @Override
        public String message() {
            return "%s has mode %04o, a private key may be open to its owner only: chmod 600 %s"
                    .formatted(file, mode, file);
        }
    }

    record NotRegular(Path file) implements Refusal {
        @Override
        public String message() {
            return file
                    + " is not a regular file, and links were followed: put the key file itself there";
        }
    }

    record Unreadable(Path file, String why) implements Refusal {
        @Override
        public String message() {
            return file
                    + " cannot be read ("
                    + why
                    + "): let the user this program runs as read it";
        }
    }

    record PathTooLong(Path file, int octets) implements Refusal {
        @Override
        public String message() {
            return "the path "
                    + file
                    + " takes "
                    + octets
                    + " octets, "
                    + KeyFile.LONGEST_PATH
                    + " are possible: use a shorter name or directory";
        }
    }

    record BadName(Path file, String problem) implements Refusal {
        @Override
        public String message() {
            return printable(file.toString()) + " " + problem + ": rename it";
        }
    }

    record BadContent(Path file, Fault fault) implements Refusal {
        @Override
        public String message() {
            return file + " " + fault.message();
        }
    }

    /// The time of the key is over.
    ///
    /// @param end the last moment
    record Expired(Path file, Instant end) implements Refusal {
        @Override
        public String message() {
            return file
                    + " expired at "
                    + end
                    + ": use its successor, or change not-after in the .validity file beside it";
        }
    }

    /// The time of the key has not come.
    ///
    /// @param start the first moment
    record NotYetValid(Path file, Instant start) implements Refusal {
        @Override
        public String message() {
            return file
                    + " is not valid before "
                    + start
                    + ": wait, or change not-before in the .validity file beside it";
        }
    }

    /// A validity file that does not say what it should. The keys it is for stay closed.
    ///
    /// @param line where, from 1; 0 for the file as a whole
    record BadValidity(Path file, int line, String problem) implements Refusal {
        @Override
        public String message() {
            return printable(file.toString())
                    + (line == 0 ? " " : " line " + line + " ")
                    + problem
                    + ": its keys are not used until this is mended";
        }
    }

    /// Names come from dial strings and directories; none may write a log line of its own.
    private static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }
}

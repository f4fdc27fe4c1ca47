package dev.keyline.iax.net;

import java.io.IOException;
import java.net.BindException;

/// The error numbers of Linux that matter to a port; the same on x86-64 and aarch64.
final class Errno {
    static final int EPERM = 1;
    static final int EINTR = 4;
    static final int EIO = 5;
    static final int EAGAIN = 11;
    static final int EACCES = 13;
    static final int EINVAL = 22;
    static final int EMSGSIZE = 90;
    static final int EADDRINUSE = 98;
    static final int EADDRNOTAVAIL = 99;
    static final int ENETUNREACH = 101;
    static final int ENOBUFS = 105;
    static final int ECONNREFUSED = 111;
    static final int EHOSTUNREACH = 113;

    private Errno() {}

    /// What the error means, with the words of the system's manual.
    static String words(int errno) {
        return switch (errno) {
            case EPERM -> "Operation not permitted (a firewall of this machine?)";
            case EAGAIN -> "No room in the send buffer";
            case EACCES -> "Permission denied";
            case EINVAL -> "Invalid argument";
            case EMSGSIZE -> "Message too long";
            case EADDRINUSE -> "Address already in use";
            case EADDRNOTAVAIL -> "Cannot assign requested address";
            case ENETUNREACH -> "Network is unreachable";
            case ENOBUFS -> "No buffer space available";
            case ECONNREFUSED -> "Connection refused";
            case EHOSTUNREACH -> "No route to host";
            default -> "error " + errno;
        };
    }

    /// The answer of a call that has to succeed.
    ///
    /// @param call its name, for the message
    /// @throws BindException when it is about an address that we cannot have
    static int checked(String call, int answer) throws IOException {
        if (answer >= 0) {
            return answer;
        }
        throw switch (-answer) {
            case EADDRINUSE, EADDRNOTAVAIL, EACCES -> new BindException(words(-answer));
            default -> new IOException(call + ": " + words(-answer));
        };
    }
}

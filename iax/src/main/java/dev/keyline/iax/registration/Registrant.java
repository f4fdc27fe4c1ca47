package dev.keyline.iax.registration;

import dev.keyline.iax.message.ApparentAddress;
import java.util.Optional;
import java.util.OptionalInt;

/// What lasts of one registration between its attempts.
///
/// @param status in Asterisk's words
/// @param refresh for how long they keep our address, in seconds
/// @param seenAt where they see us; empty when not registered
/// @param messages waiting voice mail, as REGACK says it
/// @param noted whether they keep our address, as far as we know
/// @param failures attempts that failed since one succeeded
/// @param next when to ask again, in nanoseconds; `Long.MAX_VALUE` while an attempt is under way
public record Registrant(
        Registration wish,
        Status status,
        int refresh,
        Optional<ApparentAddress> seenAt,
        OptionalInt messages,
        boolean noted,
        int failures,
        long next) {
    private static final long SECOND = 1_000_000_000L;

    /// Where a registration stands, as `iax2 show registry` says it.
    public enum Status {
        UNREGISTERED("Unregistered"),
        REQUEST_SENT("Request Sent"),
        AUTH_SENT("Auth. Sent"),
        REGISTERED("Registered"),
        REJECTED("Rejected"),
        TIMEOUT("Timeout"),
        NO_AUTHENTICATION("No Authentication");

        private final String words;

        Status(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// How long to wait after attempts that failed: Asterisk asks every 50 s for ever, whatever the
    /// answer. Here each wait is twice the one before, so that a registrar that comes back is found
    /// soon and one that refuses is not pestered.
    ///
    /// @param first nanoseconds after the first failure (`registerretry`)
    /// @param most the longest wait (`registerretrymax`)
    public record Patience(long first, long most) {
        public static final Patience USUAL = new Patience(10 * SECOND, 300 * SECOND);

        /// How long to wait after so many failures in a row, in nanoseconds.
        public long after(int failures) {
            int doublings = Math.min(Math.max(failures - 1, 0), 20);
            return Math.min(first << doublings, most);
        }
    }

    /// Nothing has been asked yet.
    public static Registrant of(Registration wish, long now) {
        return new Registrant(
                wish,
                Status.UNREGISTERED,
                wish.refresh(),
                Optional.empty(),
                OptionalInt.empty(),
                false,
                0,
                now);
    }

    /// An attempt has begun.
    public Registrant asking() {
        return with(Status.REQUEST_SENT, Long.MAX_VALUE);
    }

    public Registrant proving() {
        return with(Status.AUTH_SENT, next);
    }

    /// An attempt is over. While registered, the next one begins after five sixths of the time
    /// granted, as Asterisk's does.
    public Registrant settled(Outcome outcome, Patience patience, long now) {
        return switch (outcome) {
            case Outcome.Registered(int granted, var where, var mail) ->
                    new Registrant(
                            wish,
                            Status.REGISTERED,
                            granted,
                            where,
                            mail,
                            true,
                            0,
                            now + granted * SECOND / 6 * 5);
            case Outcome.Released _ -> with(Status.UNREGISTERED, Long.MAX_VALUE);
            case Outcome.Refused _ -> failed(Status.REJECTED, patience, now);
            case Outcome.CannotAnswer _ -> failed(Status.NO_AUTHENTICATION, patience, now);
            case Outcome.NotAnswered _ -> failed(Status.TIMEOUT, patience, now);
            case Outcome.Broken _ -> failed(Status.TIMEOUT, patience, now);
        };
    }

    /// Keys have changed: what could not be answered for want of one is tried at once.
    public Registrant hopeful(long now) {
        return status == Status.NO_AUTHENTICATION ? with(status, now) : this;
    }

    private Registrant failed(Status status, Patience patience, long now) {
        long then = now + patience.after(failures + 1);
        return new Registrant(
                wish,
                status,
                Registration.USUAL_REFRESH,
                Optional.empty(),
                OptionalInt.empty(),
                false,
                failures + 1,
                then);
    }

    private Registrant with(Status other, long when) {
        return new Registrant(wish, other, refresh, seenAt, messages, noted, failures, when);
    }
}

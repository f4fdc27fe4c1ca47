package dev.keyline.pbx.doctor;

import dev.keyline.keys.pem.Fault;
import dev.keyline.keys.ring.KeyType;
import dev.keyline.keys.ring.PrivateLookup;
import dev.keyline.keys.ring.PublicLookup;
import dev.keyline.keys.ring.Refusal;
import dev.keyline.keys.ring.Validity;
import dev.keyline.pbx.conf.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/// Whether every key that is named can be used now.
final class KeyCheck implements Check {
    private static final Duration SOON = Duration.ofDays(30);

    @Override
    public void examine(Chart chart, Consumer<Finding> report) {
        for (var use : chart.uses()) {
            if (use.isBare()) {
                finding(chart, use).or(() -> ending(chart, use)).ifPresent(report);
            }
        }
    }

    private static Optional<Finding> finding(Chart chart, KeyUse use) {
        var now = chart.around().now();
        if (use.type() == KeyType.PUBLIC) {
            return switch (chart.ring().publicKey(use.key(), now)) {
                case PublicLookup.Found _ -> Optional.empty();
                case PublicLookup.OutOfTerm(_, _, var why) -> finding(chart, use, why);
                case PublicLookup.Absent(var why) -> finding(chart, use, why);
            };
        }
        return switch (chart.ring().privateKey(use.key(), now)) {
            case PrivateLookup.Found _ -> Optional.empty();
            case PrivateLookup.Locked _ -> Optional.of(locked(chart, use));
            case PrivateLookup.Absent(var why) -> finding(chart, use, why);
        };
    }

    private static Finding locked(Chart chart, KeyUse use) {
        var spot = spot(chart, use, use.fileName(), 0);
        return chart.around().asksPasscodes()
                ? Ailment.KEY_ASKED_FOR.at(
                        spot,
                        "key '" + use.key() + "' needs its passphrase",
                        "until somebody types it, " + use.leads(),
                        "nothing need be done where somebody is there at each start")
                : Ailment.KEY_LOCKED.at(
                        spot,
                        "key '" + use.key() + "' needs a passphrase that nothing gives",
                        "until somebody types it, " + use.leads(),
                        "start with --passcodes FILE, set a systemd credential keyline."
                                + use.key()
                                + ", or take the passphrase off (openssl pkey -in OLD -out NEW)");
    }

    private static Optional<Finding> finding(Chart chart, KeyUse use, Refusal why) {
        return switch (why) {
            case Refusal.NoFile _ -> Optional.of(missing(chart, use));
            case Refusal.NoDirectory _ -> Optional.empty(); // said once, by another check
            case Refusal.Expired _ -> Optional.of(term(chart, use, Ailment.KEY_EXPIRED, why, 0));
            case Refusal.NotYetValid _ ->
                    Optional.of(term(chart, use, Ailment.KEY_NOT_YET_VALID, why, 0));
            case Refusal.BadValidity bad ->
                    Optional.of(term(chart, use, Ailment.VALIDITY_MALFORMED, why, bad.line()));
            default ->
                    Optional.of(
                            ailment(why, use.type())
                                    .at(
                                            spot(chart, use, use.fileName(), 0),
                                            KeyWords.what(why),
                                            use.leads(),
                                            KeyWords.cure(
                                                    why,
                                                    chart.ring().directory()
                                                            + "/"
                                                            + use.fileName())));
        };
    }

    private static Finding missing(Chart chart, KeyUse use) {
        return use.missing()
                .at(
                        use.spot(),
                        "there is no " + use.fileName() + " in " + chart.ring().directory(),
                        use.leads(),
                        use.type() == KeyType.PUBLIC
                                ? "copy it there from the machine that has "
                                        + use.key()
                                        + ".key, and reload the keys"
                                : "put it there with mode 0600, or make a pair with keyline astgenkey -n "
                                        + use.key()
                                        + " and give the .pub to the other side");
    }

    private static Finding term(Chart chart, KeyUse use, Ailment what, Refusal why, int line) {
        var spot = spot(chart, use, use.key() + ".validity", line);
        return what.at(
                spot,
                KeyWords.what(use.key(), why),
                use.leads(),
                KeyWords.cure(why, spot.place().file()));
    }

    /// What the fault of a key file is called.
    private static Ailment ailment(Refusal why, KeyType type) {
        return switch (why) {
            case Refusal.BadMode _ -> Ailment.KEY_OPEN_TO_OTHERS;
            case Refusal.BadContent(_, var fault) -> ailment(fault, type);
            default -> Ailment.KEY_FILE_UNUSABLE;
        };
    }

    private static Ailment ailment(Fault fault, KeyType type) {
        return switch (fault) {
            case Fault.PrivateNotPublic _ -> Ailment.PRIVATE_KEY_IN_PUB;
            case Fault.PublicNotPrivate _ -> Ailment.PUBLIC_KEY_IN_KEY;
            case Fault.WrongAlgorithm _ ->
                    type == KeyType.PUBLIC ? Ailment.INKEY_NOT_RSA : Ailment.KEY_NOT_RSA;
            case Fault.WrongSize _ -> Ailment.KEY_WRONG_SIZE;
            default -> Ailment.KEY_DAMAGED;
        };
    }

    private static Optional<Finding> ending(Chart chart, KeyUse use) {
        return chart.ring().term(use.key()) instanceof Validity validity
                ? validity.notAfter()
                        .filter(end -> end.isBefore(chart.around().now().plus(SOON)))
                        .map(end -> ending(chart, use, end))
                : Optional.empty();
    }

    private static Finding ending(Chart chart, KeyUse use, Instant end) {
        long days = Duration.between(chart.around().now(), end).toDays();
        return Ailment.KEY_EXPIRES_SOON.at(
                spot(chart, use, use.key() + ".validity", 0),
                "key '" + use.key() + "' is good for " + days + " more days",
                "after that, " + use.leads(),
                "make its successor with keyline keys rotate, while both are good");
    }

    private static Spot spot(Chart chart, KeyUse use, String file, int line) {
        return new Spot(
                new Place(chart.ring().directory() + "/" + file, line),
                use.key(),
                use.spot().sections());
    }
}

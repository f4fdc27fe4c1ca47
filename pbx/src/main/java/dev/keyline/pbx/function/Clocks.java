package dev.keyline.pbx.function;

import dev.keyline.pbx.dialplan.Times;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;

/// Functions of time.
final class Clocks {
    private Clocks() {}

    /// `IFTIME(times?yes:no)`.
    static String choose(String text, Surroundings here) {
        int question = text.indexOf('?');
        if (question < 0) {
            return "";
        }
        var local = LocalDateTime.ofInstant(here.moment(), here.zone());
        boolean within =
                Times.parse(text.substring(0, question)).map(t -> t.include(local)).orElse(false);
        return Texts.branch(text.substring(question + 1), within);
    }

    /// `STRFTIME(epoch,zone,format)` with C's letters; now, the server's zone and `%c` unless
    /// given.
    static String format(String epoch, String zone, String format, Surroundings here) {
        var moment =
                epoch.matches("\\d{1,12}")
                        ? Instant.ofEpochSecond(Long.parseLong(epoch))
                        : here.moment();
        var time = moment.atZone(zone(zone, here.zone()));
        return format(format.isEmpty() ? "%c" : format, time);
    }

    private static ZoneId zone(String name, ZoneId otherwise) {
        try {
            return name.isEmpty() ? otherwise : ZoneId.of(name);
        } catch (DateTimeException _) {
            return otherwise;
        }
    }

    private static String letter(char letter, ZonedDateTime t) {
        return switch (letter) {
            case 'Y' -> Integer.toString(t.getYear());
            case 'y' -> two(t.getYear() % 100);
            case 'm' -> two(t.getMonthValue());
            case 'd' -> two(t.getDayOfMonth());
            case 'e' -> String.format(Locale.ROOT, "%2d", t.getDayOfMonth());
            case 'H' -> two(t.getHour());
            case 'I' -> two((t.getHour() + 11) % 12 + 1);
            case 'M' -> two(t.getMinute());
            case 'S' -> two(t.getSecond());
            case 'p' -> t.getHour() < 12 ? "AM" : "PM";
            case 'j' -> String.format(Locale.ROOT, "%03d", t.getDayOfYear());
            case 'u' -> Integer.toString(t.getDayOfWeek().getValue());
            case 'w' -> Integer.toString(t.getDayOfWeek().getValue() % 7);
            case 'a' -> t.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case 'A' -> t.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case 'b' -> t.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case 'B' -> t.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case 's' -> Long.toString(t.toEpochSecond());
            case 'z' ->
                    t.getOffset().getId().equals("Z")
                            ? "+0000"
                            : t.getOffset().getId().replace(":", "");
            case 'Z' -> t.getZone().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case 'F' -> format("%Y-%m-%d", t);
            case 'T' -> format("%H:%M:%S", t);
            case 'R' -> format("%H:%M", t);
            case 'D' -> format("%m/%d/%y", t);
            case 'c' -> format("%a %b %e %H:%M:%S %Y", t);
            default -> letter == '%' ? "%" : "%" + letter;
        };
    }

    private static String format(String pattern, ZonedDateTime t) {
        var out = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            boolean isLetter = pattern.charAt(i) == '%' && i + 1 < pattern.length();
            out.append(
                    isLetter ? letter(pattern.charAt(++i), t) : String.valueOf(pattern.charAt(i)));
        }
        return out.toString();
    }

    private static String two(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }
}

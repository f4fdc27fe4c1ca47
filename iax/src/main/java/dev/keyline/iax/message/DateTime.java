package dev.keyline.iax.message;

/// A date as elements carry it, packed into 32 bits with a grain of two seconds. RFC 5456 §8.6
/// wants UTC, Asterisk sends its local time: a hint for a display, never a clock.
public record DateTime(int year, int month, int day, int hour, int minute, int second) {

    public static DateTime of(int packed) {
        return new DateTime(
                2000 + (packed >>> 25),
                (packed >>> 21) & 0x0F,
                (packed >>> 16) & 0x1F,
                (packed >>> 11) & 0x1F,
                (packed >>> 5) & 0x3F,
                (packed & 0x1F) * 2);
    }

    public int packed() {
        return ((year - 2000) << 25)
                | (month << 21)
                | (day << 16)
                | (hour << 11)
                | (minute << 5)
                | (second >> 1);
    }

    @Override
    public String toString() {
        return year
                + "-"
                + two(month)
                + "-"
                + two(day)
                + " "
                + two(hour)
                + ":"
                + two(minute)
                + ":"
                + two(second);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}

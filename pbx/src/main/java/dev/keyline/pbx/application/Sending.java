package dev.keyline.pbx.application;

import dev.keyline.pbx.channel.Channel;

/// `SendText(text)` and `SendDTMF(digits[,gap[,duration]])`, times in milliseconds.
final class Sending {
    private Sending() {}

    record SendText() implements Application {
        @Override
        public String name() {
            return "SendText";
        }

        @Override
        public Move begin(Errand errand, long now) {
            errand.channel().write(errand.text(), now);
            errand.let("SENDTEXTSTATUS", "SUCCESS");
            return Move.NEXT;
        }
    }

    record SendDtmf() implements Application {
        @Override
        public String name() {
            return "SendDTMF";
        }

        @Override
        public Move begin(Errand errand, long now) {
            var arguments = errand.arguments();
            long gap = Durations.millis(arguments.at(1)).orElse(250 * Durations.MILLI);
            long hold = Durations.millis(arguments.at(2)).orElse(100 * Durations.MILLI);
            return new Pressing(errand, arguments.at(0), gap, hold).press(now);
        }
    }

    /// Presses one digit after the other. `w` waits half a second, `W` a whole one.
    private static final class Pressing implements Activity {
        private final Errand errand;
        private final Channel channel;
        private final String digits;
        private final long gap;
        private final long hold;
        private int at;
        private boolean down;
        private long next;

        Pressing(Errand errand, String digits, long gap, long hold) {
            this.errand = errand;
            this.channel = errand.channel();
            this.digits = digits;
            this.gap = gap;
            this.hold = hold;
        }

        @Override
        public Move on(Event event, long now) {
            return now >= next ? press(now) : new Move.Stay(this, next);
        }

        Move press(long now) {
            if (at == digits.length()) {
                return Move.NEXT;
            }
            next = now + act(Character.toUpperCase(digits.charAt(at)), now);
            return new Move.Stay(this, next);
        }

        private long act(char digit, long now) {
            if (digit == 'W') {
                return (digits.charAt(at++) == 'w' ? 500 : 1000) * Durations.MILLI;
            }
            if ("0123456789*#ABCD".indexOf(digit) < 0) {
                errand.warn("SendDTMF: '" + digit + "' is no digit and is left out");
                at++;
                return 0;
            }
            channel.press(digit, !down, now);
            down = !down;
            at += down ? 0 : 1;
            return down ? hold : gap;
        }
    }
}

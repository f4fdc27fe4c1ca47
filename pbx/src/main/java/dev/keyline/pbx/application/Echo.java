package dev.keyline.pbx.application;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Command;
import dev.keyline.pbx.channel.Channel;

/// `Echo()`: says what it hears until `#`. Does not answer, as Asterisk's does not.
record Echo() implements Application {
    @Override
    public String name() {
        return "Echo";
    }

    @Override
    public Move begin(Errand errand, long now) {
        errand.channel().echo();
        return Move.stay(new Echoing(errand.channel()));
    }

    private record Echoing(Channel channel) implements Activity {
        @Override
        public Move on(Event event, long now) {
            if (event instanceof Event.On(var from, var what) && from == channel) {
                return hear(what, now);
            }
            return Move.stay(this);
        }

        @Override
        public boolean carriesPages() {
            return true;
        }

        private Move hear(CallEvent what, long now) {
            switch (what) {
                case CallEvent.Heard(var format, _, var payload) ->
                        channel.relay(format, payload, now);
                case CallEvent.Pressed(char digit, boolean begin) when digit == '#' -> {
                    return begin ? Move.stay(this) : finish(now);
                }
                case CallEvent.Pressed(char digit, boolean begin) ->
                        channel.press(digit, begin, now);
                case CallEvent.Wrote(var text) -> channel.write(text, now);
                case CallEvent.Carried(var message) ->
                        channel.tell(new Command.Carry(message), now);
                default -> {}
            }
            return Move.stay(this);
        }

        private Move finish(long now) {
            leave(now);
            return Move.NEXT;
        }

        @Override
        public void leave(long now) {
            channel.heardHere(now);
        }
    }
}

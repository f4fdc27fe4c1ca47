package dev.keyline.pbx.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/// What the one who began was told to do.
///
/// @param hangsUp at the time of the recorded HANGUP, by a person
/// @param registers as a `register` line has it
record Errand(List<Call> calls, boolean hangsUp, Optional<String> registers) {
    static final Errand NONE = new Errand(List.of(), false, Optional.empty());

    /// Somebody to call, and where in the dialplan to go on when they answer.
    record Call(String target, String exten, String context) {
        static Call of(String target, String place) {
            int at = place.indexOf('@');
            return new Call(target, place.substring(0, at), place.substring(at + 1));
        }
    }

    static Errand read(Queue<String> words) {
        var calls = new ArrayList<Call>();
        var registers = Optional.<String>empty();
        boolean hangsUp = false;
        while (!words.isEmpty()) {
            switch (words.remove()) {
                case "call" -> calls.add(Call.of(words.remove(), words.remove()));
                case "through" -> calls.add(Call.of(Handset.TARGET, words.remove()));
                case "register" -> registers = Optional.of(words.remove());
                case "hangup" -> hangsUp = true;
                case String word -> throw new IllegalArgumentException(word);
            }
        }
        return new Errand(List.copyOf(calls), hangsUp, registers);
    }
}

package dev.keyline.iax.sim;

import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.wire.Bytes;
import java.util.regex.Pattern;

/// One end of one call in a random scene: what it has said, and what it has heard of the other end.
final class Talk {
    private static final Pattern SAID = Pattern.compile("(\\d+\\.\\d+\\.\\d+) (\\d{1,9})");

    private final CallId id;
    private final Tag tag;
    private final boolean noisy;
    private String partner = "";
    private int texts;
    private int blocks;
    private int nextHeard;
    private boolean accepted;
    private boolean moved;
    private boolean ended;

    /// @param noisy whether noise may be heard: a mini frame under a key that is not there yet
    ///   looks like any other, and one in a hundred gets through
    Talk(CallId id, Tag tag, boolean noisy) {
        this.id = id;
        this.tag = tag;
        this.noisy = noisy;
    }

    CallId id() {
        return id;
    }

    Tag tag() {
        return tag;
    }

    /// The other end's tag, empty before anything was heard of it.
    String partner() {
        return partner;
    }

    boolean isUp() {
        return accepted && !ended;
    }

    boolean isEnded() {
        return ended;
    }

    int heardTexts() {
        return nextHeard;
    }

    void accepted() {
        accepted = true;
    }

    boolean hasMoved() {
        return moved;
    }

    /// The call goes another way from now on. What was under way may be lost, but nothing comes
    /// twice or too late.
    void moved() {
        moved = true;
    }

    void end() {
        ended = true;
    }

    /// The next text, when the call may carry one: before that it would be dropped, and a gap.
    String nextText() {
        return tag.text(isUp() ? texts++ : texts);
    }

    Bytes nextBlock() {
        return tag.block(blocks++);
    }

    /// What is wrong with this text, or nothing.
    String read(String text) {
        var said = SAID.matcher(text);
        if (!said.matches()) {
            return "hears what nobody says: " + text;
        }
        int number = Integer.parseInt(said.group(2));
        if (number < nextHeard || (number > nextHeard && !moved)) {
            return "hears text " + number + " when " + nextHeard + " is next";
        }
        nextHeard = number + 1;
        return knows(said.group(1));
    }

    /// What is wrong with this block of voice, or nothing.
    String hear(Bytes block) {
        var said = SAID.matcher(Tag.textOf(block));
        if (said.matches()) {
            return knows(said.group(1));
        }
        return noisy ? "" : "hears voice that nobody speaks";
    }

    private String knows(String speaker) {
        if (partner.isEmpty()) {
            partner = speaker;
        }
        return partner.equals(speaker) ? "" : "talks with " + partner + " and hears " + speaker;
    }
}

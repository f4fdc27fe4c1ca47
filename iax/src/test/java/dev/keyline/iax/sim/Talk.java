package dev.keyline.iax.sim;

import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.wire.Bytes;

/// One end of one call in a random scene: what it has said, and what it has heard of the other end.
final class Talk {
    private final CallId id;
    private final Tag tag;
    private String partner = "";
    private int texts;
    private int blocks;
    private int heardTexts;
    private boolean accepted;
    private boolean ended;

    Talk(CallId id, Tag tag) {
        this.id = id;
        this.tag = tag;
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
        return heardTexts;
    }

    void accepted() {
        accepted = true;
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
        int number = Integer.parseInt(text.substring(text.indexOf(' ') + 1));
        if (number != heardTexts) {
            return "hears text " + number + " when " + heardTexts + " is next";
        }
        heardTexts++;
        return knows(text);
    }

    /// What is wrong with this block of voice, or nothing.
    String hear(Bytes block) {
        return knows(Tag.textOf(block));
    }

    private String knows(String said) {
        var speaker = said.substring(0, said.indexOf(' '));
        if (partner.isEmpty()) {
            partner = speaker;
        }
        return partner.equals(speaker) ? "" : "talks with " + partner + " and hears " + speaker;
    }
}

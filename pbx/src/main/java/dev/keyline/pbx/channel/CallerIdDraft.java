package dev.keyline.pbx.channel;

import dev.keyline.iax.message.CallerId;

/// A caller id while it is being changed.
public final class CallerIdDraft {
    private final CallerId before;
    private String number;
    private String name;
    private String ani;
    private int presentation;
    private int typeOfNumber;
    private int ani2;
    private String dnid;
    private String rdnis;

    public CallerIdDraft(CallerId id) {
        before = id;
        number = id.number();
        name = id.name();
        ani = id.ani();
        presentation = id.presentation();
        typeOfNumber = id.typeOfNumber();
        ani2 = id.ani2();
        dnid = id.dnid();
        rdnis = id.rdnis();
    }

    public CallerIdDraft number(String text) {
        number = text;
        return shown();
    }

    public CallerIdDraft name(String text) {
        name = text;
        return shown();
    }

    /// Who gets a number or a name is no longer one of whom nothing is known; one that hides stays
    /// hidden.
    private CallerIdDraft shown() {
        return presentation == CallerId.NOT_AVAILABLE ? presentation(CallerId.ALLOWED) : this;
    }

    public CallerIdDraft ani(String text) {
        ani = text;
        return this;
    }

    public CallerIdDraft presentation(int value) {
        presentation = value;
        return this;
    }

    public CallerIdDraft typeOfNumber(int value) {
        typeOfNumber = value;
        return this;
    }

    public CallerIdDraft ani2(int value) {
        ani2 = value;
        return this;
    }

    public CallerIdDraft dnid(String text) {
        dnid = text;
        return this;
    }

    public CallerIdDraft rdnis(String text) {
        rdnis = text;
        return this;
    }

    public CallerId finished() {
        return new CallerId(
                number,
                name,
                ani,
                presentation,
                typeOfNumber,
                before.transitNetwork(),
                ani2,
                dnid,
                rdnis);
    }
}

package dev.keyline.iax.message;

import dev.keyline.iax.wire.ElementId;

/// Who is calling, as far as the caller tells (RFC 5456 §8.6). Texts are empty where nothing was
/// said.
///
/// @param ani the number to be billed
/// @param presentation Q.931 presentation and screening: 0x00 to 0x03 allowed, 0x20 to 0x23
///   prohibited, 0x43 number not available
/// @param typeOfNumber Q.931 type of number in the upper four bits: 0x10 international, 0x20
///   national
/// @param transitNetwork transit network selection, 16 bits
/// @param ani2 originating line information (ANI II digits), 32 bits
/// @param dnid the number that was dialled, before any rewriting
/// @param rdnis the number that redirected the call to us
public record CallerId(
        String number,
        String name,
        String ani,
        int presentation,
        int typeOfNumber,
        int transitNetwork,
        int ani2,
        String dnid,
        String rdnis) {
    /// Presentation: allowed, not screened.
    public static final int ALLOWED = 0x00;

    /// Presentation: the number is not available.
    public static final int NOT_AVAILABLE = 0x43;

    /// Nobody said who is calling.
    public static final CallerId NONE = new CallerId("", "", "", NOT_AVAILABLE, 0, 0, 0, "", "");

    /// A caller with a number and a name who hides neither.
    public static CallerId of(String number, String name) {
        return new CallerId(number, name, "", ALLOWED, 0, 0, 0, "", "");
    }

    static CallerId read(Fields in) {
        var number = in.shownName(ElementId.CALLING_NUMBER);
        // Without a presentation Asterisk believes a number that is there.
        int otherwise = number.isEmpty() ? NOT_AVAILABLE : ALLOWED;
        return new CallerId(
                number,
                in.shownName(ElementId.CALLING_NAME),
                in.shownName(ElementId.CALLING_ANI),
                in.number(ElementId.CALLINGPRES, otherwise),
                in.number(ElementId.CALLINGTON, 0),
                in.number(ElementId.CALLINGTNS, 0),
                in.number(ElementId.CALLINGANI2, 0),
                in.shownName(ElementId.DNID),
                in.shownName(ElementId.RDNIS));
    }

    Draft writeTo(Draft out) {
        return out.text(ElementId.CALLING_NUMBER, number)
                .u8(ElementId.CALLINGPRES, presentation)
                .u8(ElementId.CALLINGTON, typeOfNumber)
                .u16(ElementId.CALLINGTNS, transitNetwork)
                .u32(ElementId.CALLINGANI2, ani2)
                .text(ElementId.CALLING_NAME, name)
                .text(ElementId.CALLING_ANI, ani);
    }
}

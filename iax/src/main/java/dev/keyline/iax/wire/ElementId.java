package dev.keyline.iax.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The information elements with a name (RFC 5456 §8.6, IANA; 52 and 54 to 57 as Asterisk uses
/// them).
public enum ElementId {
    CALLED_NUMBER(1),
    CALLING_NUMBER(2),
    CALLING_ANI(3),
    CALLING_NAME(4),
    CALLED_CONTEXT(5),
    USERNAME(6),
    PASSWORD(7),
    CAPABILITY(8),
    FORMAT(9),
    LANGUAGE(10),
    VERSION(11),
    ADSICPE(12),
    DNID(13),
    AUTHMETHODS(14),
    CHALLENGE(15),
    MD5_RESULT(16),
    RSA_RESULT(17),
    APPARENT_ADDR(18),
    REFRESH(19),
    DPSTATUS(20),
    CALLNO(21),
    CAUSE(22),
    IAX_UNKNOWN(23),
    MSGCOUNT(24),
    AUTOANSWER(25),
    MUSICONHOLD(26),
    TRANSFERID(27),
    RDNIS(28),
    PROVISIONING(29),
    AESPROVISIONING(30),
    DATETIME(31),
    DEVICETYPE(32),
    SERVICEIDENT(33),
    FIRMWAREVER(34),
    FWBLOCKDESC(35),
    FWBLOCKDATA(36),
    PROVVER(37),
    CALLINGPRES(38),
    CALLINGTON(39),
    CALLINGTNS(40),
    SAMPLINGRATE(41),
    CAUSECODE(42),
    ENCRYPTION(43),
    ENCKEY(44),
    CODEC_PREFS(45),
    RR_JITTER(46),
    RR_LOSS(47),
    RR_PKTS(48),
    RR_DELAY(49),
    RR_DROPPED(50),
    RR_OOO(51),
    VARIABLE(52),
    OSPTOKEN(53),
    CALLTOKEN(54),
    CAPABILITY2(55),
    FORMAT2(56),
    CALLINGANI2(57);

    private static final List<ElementId> ALL = List.of(values());

    private final int number;

    ElementId(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /// The element with this number, or null for one nobody named.
    public static @Nullable ElementId of(int number) {
        return number >= 1 && number <= ALL.size() ? ALL.get(number - 1) : null;
    }
}

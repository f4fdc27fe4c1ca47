package dev.keyline.pbx.doctor;

import java.util.Locale;

/// Everything the doctor knows, with how bad it is and what it means. The names are stable: scripts
/// may look for them.
public enum Ailment {
    FILE_UNUSABLE(
            Group.FILES,
            Severity.FAILS,
            "A file is missing, or a mistake in it makes all of it unreadable."),
    SECTION_CLOSED(
            Group.FILES,
            Severity.FAILS,
            "A section with a mistake that has no name of its own here; nobody is let in by it."),
    SECTION_WITHOUT_TYPE(
            Group.FILES,
            Severity.FAILS,
            "A section without `type=`, or with a word there that is none, is left out."),
    OPTION_UNKNOWN(
            Group.FILES,
            Severity.WEAK,
            "No Asterisk ever read an option of this name; the line is left out."),
    OPTION_IN_WRONG_TYPE(
            Group.FILES,
            Severity.WEAK,
            "The option is right and the section is not: nobody looks for it there."),
    ODD_LINE(
            Group.FILES,
            Severity.WEAK,
            "A line that means something else than it seems to, or nothing."),
    OPTION_WITHOUT_EFFECT(
            Group.FILES, Severity.NOTE, "The option is read and has no effect in this version."),
    KEY_DIRECTORY_UNREADABLE(
            Group.KEYS, Severity.FAILS, "There is no key directory, or it may not be read."),
    INKEY_MISSING(Group.KEYS, Severity.FAILS, "`inkeys=` names a public key that is not there."),
    OUTKEY_MISSING(Group.KEYS, Severity.FAILS, "`outkey=` names a private key that is not there."),
    REGISTER_KEY_MISSING(
            Group.KEYS,
            Severity.FAILS,
            "A `register =>` line names a private key that is not there."),
    DIAL_KEY_MISSING(
            Group.KEYS,
            Severity.FAILS,
            "A dial string names a private key in brackets that is not there."),
    INKEYS_EMPTY(Group.KEYS, Severity.FAILS, "`inkeys=` names no key at all."),
    INKEYS_EMPTY_NAME(
            Group.KEYS,
            Severity.NOTE,
            "A colon too many in `inkeys=`: Asterisk warns of a missing key at each login."),
    KEY_NAME_NOT_BARE(Group.KEYS, Severity.FAILS, "A key is named with its path or its suffix."),
    KEY_OPEN_TO_OTHERS(
            Group.KEYS, Severity.FAILS, "A private key that others may read is not used."),
    KEY_LOCKED(
            Group.KEYS,
            Severity.FAILS,
            "A private key waits for a passphrase, and nothing gives it one at the start."),
    KEY_ASKED_FOR(
            Group.KEYS,
            Severity.NOTE,
            "A private key waits for a passphrase, which is asked for at the start."),
    KEY_WRONG_SIZE(
            Group.KEYS,
            Severity.FAILS,
            "An RSA key that is not of 1024 bits; Asterisk takes no other."),
    KEY_NOT_RSA(Group.KEYS, Severity.FAILS, "A private key of another kind than RSA."),
    INKEY_NOT_RSA(
            Group.KEYS,
            Severity.DOOR,
            "A public key of another kind than RSA. Some releases of Asterisk take any"
                    + " signature for right when the file holds a Diffie-Hellman key; here the key is"
                    + " not used."),
    PRIVATE_KEY_IN_PUB(
            Group.KEYS, Severity.FAILS, "A private key lies where a public key is wanted."),
    PUBLIC_KEY_IN_KEY(
            Group.KEYS, Severity.FAILS, "A public key lies where a private key is wanted."),
    KEY_DAMAGED(Group.KEYS, Severity.FAILS, "A key file that holds no key, or not all of it."),
    KEY_FILE_UNUSABLE(
            Group.KEYS,
            Severity.FAILS,
            "A key file that cannot be opened, or has a name that cannot be used."),
    KEY_HALVES_MISMATCHED(
            Group.KEYS, Severity.FAILS, "`NAME.key` and `NAME.pub` are not of the same pair."),
    KEY_EXPIRED(Group.KEYS, Severity.FAILS, "The time that `NAME.validity` gives a key is over."),
    KEY_NOT_YET_VALID(
            Group.KEYS, Severity.FAILS, "The time that `NAME.validity` gives a key has not come."),
    VALIDITY_MALFORMED(
            Group.KEYS,
            Severity.FAILS,
            "A `NAME.validity` that cannot be understood; its keys are not used."),
    KEY_EXPIRES_SOON(Group.KEYS, Severity.WEAK, "The time of a key ends within 30 days."),
    CALLERS_PRIVATE_KEY_HERE(
            Group.KEYS,
            Severity.WEAK,
            "The private key of somebody who calls us lies here: it should never have left"
                    + " its owner."),
    KEY_USED_BOTH_WAYS(
            Group.KEYS,
            Severity.WEAK,
            "One pair lets a caller in and signs our own calls: both sides have the private key."),
    KEY_SHARED_BY_CALLERS(
            Group.KEYS,
            Severity.WEAK,
            "One key lets in several sections: whoever has it can be any of them."),
    OUTKEY_SHARED(
            Group.KEYS,
            Severity.NOTE,
            "One private key signs for several peers: one of them could pass a challenge of"
                    + " another on."),
    KEY_OLD(Group.KEYS, Severity.NOTE, "A key of 1024 bits that is older than a year."),
    KEY_UNUSED_UNUSABLE(
            Group.KEYS, Severity.NOTE, "A key file that cannot be used, and that nothing names."),
    EMPTY_SECRET(
            Group.DOORS,
            Severity.DOOR,
            "`secret=` without a secret. Asterisk lets in whoever answers with an empty one;"
                    + " here the section is shut."),
    INKEYS_WITHOUT_AUTH(
            Group.DOORS,
            Severity.DOOR,
            "`inkeys=` without `auth=`: Asterisk may take an MD5 answer over an empty secret,"
                    + " and a secret beside the keys does instead of them."),
    MD5_WITHOUT_SECRET(
            Group.DOORS,
            Severity.DOOR,
            "`auth=` allows a secret and none is set. Asterisk lets in whoever answers with"
                    + " an empty one."),
    AUTH_WORD_UNKNOWN(
            Group.DOORS,
            Severity.DOOR,
            "A word in `auth=` that is no method. Asterisk leaves it out; here the section is"
                    + " shut."),
    AUTH_PLAINTEXT(
            Group.DOORS,
            Severity.DOOR,
            "`auth=plaintext`: the secret crosses the network as it is."),
    AUTH_WITHOUT_PROOF(
            Group.DOORS,
            Severity.FAILS,
            "`auth=` asks for a proof, and there is nothing to check one with."),
    OUTKEY_NOT_USED(
            Group.DOORS,
            Severity.FAILS,
            "`outkey=` beside an `auth=` without rsa: nothing is ever signed."),
    DBSECRET_NOT_FOUND(
            Group.DOORS,
            Severity.DOOR,
            "`dbsecret=`: a secret that is not in Asterisk's database is no secret there;"
                    + " here it cannot be looked up."),
    ACL_UNREADABLE(
            Group.DOORS,
            Severity.DOOR,
            "A `permit=` or `deny=` that is no address range. Asterisk leaves it out; here"
                    + " the section is shut."),
    PERMIT_WITHOUT_DENY(
            Group.DOORS,
            Severity.DOOR,
            "`permit=` without `deny=`: everybody else may come as well."),
    GUEST_DIALS_OUT(
            Group.DOORS,
            Severity.DOOR,
            "Whoever calls without proof, from anywhere, can call on through a peer of ours."),
    GUEST_WITHOUT_PROOF(
            Group.DOORS, Severity.DOOR, "A section that asks callers for nothing, from anywhere."),
    GUEST_BY_ADDRESS(
            Group.DOORS,
            Severity.NOTE,
            "A section that asks callers for nothing but where they call from."),
    REGISTRATION_WITHOUT_PROOF(
            Group.DOORS, Severity.DOOR, "Anybody may register as this peer, and gets its calls."),
    ANY_CONTEXT(Group.DOORS, Severity.DOOR, "`context=*`: the caller chooses the context."),
    CALL_TOKENS_OFF(
            Group.DOORS,
            Severity.DOOR,
            "`requirecalltoken=no` or `auto`: calls under forged addresses are taken."),
    CALL_TOKENS_OPTIONAL_EVERYWHERE(
            Group.DOORS, Severity.DOOR, "`calltokenoptional=` for all addresses there are."),
    SECRET_WEAK(
            Group.DOORS,
            Severity.WEAK,
            "A secret that is short or can be guessed: whoever hears a login can try words at"
                    + " leisure."),
    SECRET_SHARED(Group.DOORS, Severity.WEAK, "Several sections have the same secret."),
    SECRETS_READABLE(
            Group.DOORS,
            Severity.WEAK,
            "Everybody on this machine may read the file with the secrets."),
    ENCRYPTION_WORD_UNKNOWN(
            Group.DOORS,
            Severity.FAILS,
            "A word in `encryption=` that is none. Asterisk takes it for no; here the section"
                    + " is shut."),
    FORCED_WITHOUT_SECRET(
            Group.DOORS, Severity.FAILS, "`forceencryption=yes`, and no secret to encrypt with."),
    ENCRYPTION_WITHOUT_SECRET(
            Group.DOORS, Severity.WEAK, "`encryption=` beside keys alone: the calls go in clear."),
    FORCED_WITHOUT_ENCRYPTION(
            Group.DOORS,
            Severity.WEAK,
            "`forceencryption=yes` without `encryption=yes`, which it implies only since"
                    + " Asterisk 1.6.2."),
    HOST_MISSING(Group.PEERS, Severity.FAILS, "A peer without `host=`."),
    HOST_UNKNOWN(Group.PEERS, Severity.FAILS, "A host that no name server knows."),
    PEER_IS_OURSELVES(
            Group.PEERS, Severity.FAILS, "The address of a peer or a registrar is our own."),
    USERNAME_MISSING(
            Group.PEERS,
            Severity.WEAK,
            "A peer with a key and without `username=`: our calls have no name there."),
    REGISTER_MALFORMED(
            Group.PEERS, Severity.FAILS, "A `register =>` line that cannot be understood."),
    REGISTER_SECRET_CUT(
            Group.PEERS,
            Severity.FAILS,
            "A `register =>` line with a colon in the secret, which ends there."),
    REGISTER_WITHOUT_PROOF(
            Group.PEERS, Severity.WEAK, "A `register =>` line with neither a key nor a secret."),
    REGISTER_WITHOUT_WAY_IN(
            Group.PEERS,
            Severity.FAILS,
            "We register, and no section lets the calls in that come of it."),
    PORT_INVALID(Group.PEERS, Severity.FAILS, "A port that is no number from 1 to 65535."),
    BINDADDR_INVALID(Group.PEERS, Severity.FAILS, "`bindaddr=` is no address."),
    BINDADDR_NOT_HERE(Group.PEERS, Severity.FAILS, "`bindaddr=` is an address of another machine."),
    CODEC_NONE(Group.PEERS, Severity.FAILS, "A section that allows no codec."),
    CODEC_UNKNOWN(Group.PEERS, Severity.WEAK, "A codec that nobody knows."),
    CODECS_SHARE_NOTHING(
            Group.PEERS,
            Severity.FAILS,
            "A caller and the peer his calls go to have no codec in common, and we cannot"
                    + " translate."),
    CONTEXT_MISSING(
            Group.DIALPLAN,
            Severity.FAILS,
            "A context that `iax.conf` names is not in `extensions.conf`."),
    CONTEXT_EMPTY(
            Group.DIALPLAN,
            Severity.FAILS,
            "A context that callers arrive in has no extension to call."),
    CONTEXT_UNREACHED(Group.DIALPLAN, Severity.NOTE, "A context that nothing leads to."),
    INCLUDE_MISSING(Group.DIALPLAN, Severity.FAILS, "`include =>` of a context that is not there."),
    INCLUDE_LOOP(Group.DIALPLAN, Severity.WEAK, "Contexts that include each other in a circle."),
    EXTENSION_WITHOUT_START(
            Group.DIALPLAN, Severity.FAILS, "An extension without priority 1 cannot be called."),
    GOTO_NOWHERE(
            Group.DIALPLAN,
            Severity.FAILS,
            "`Goto` to a context, extension or label that is not there."),
    APPLICATION_UNKNOWN(
            Group.DIALPLAN,
            Severity.WEAK,
            "An application that Keyline does not have; a call that gets there is hung up."),
    DIAL_UNKNOWN_PEER(
            Group.DIALPLAN,
            Severity.FAILS,
            "A dial string names a peer that is not there and no host either."),
    DIAL_TO_USER(
            Group.DIALPLAN,
            Severity.FAILS,
            "A dial string names a section of `type=user`, which cannot be called."),
    DIAL_WITH_SECRET(
            Group.DIALPLAN,
            Severity.WEAK,
            "A dial string with a secret in it, which `dialplan show` prints and logs may repeat."),
    DIAL_OTHER_TECHNOLOGY(
            Group.DIALPLAN, Severity.WEAK, "A dial string for another channel than IAX2."),
    PEER_SILENT(Group.LIVE, Severity.FAILS, "Nobody answers at the peer's address."),
    PEER_SLOW(Group.LIVE, Severity.WEAK, "The peer answers later than a talk can bear."),
    LOGIN_REFUSED(
            Group.LIVE,
            Severity.FAILS,
            "The peer does not take our key or secret, or does not know our name."),
    LOGIN_IMPOSSIBLE(
            Group.LIVE, Severity.FAILS, "The peer asks for what we cannot or will not show."),
    LOGIN_UNTRIED(Group.LIVE, Severity.NOTE, "Nothing was tried, and why."),
    PEER_ASKS_NOTHING(Group.LIVE, Severity.NOTE, "The peer asks for no proof.");

    /// Where in a configuration it belongs; chapters of the document.
    public enum Group {
        FILES("Files"),
        KEYS("Keys"),
        DOORS("Proofs and doors"),
        PEERS("Peers and registrations"),
        DIALPLAN("Dialplan"),
        LIVE("Asked of the peers themselves (--live)");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    private final Group group;
    private final Severity severity;
    private final String meaning;

    Ailment(Group group, Severity severity, String meaning) {
        this.group = group;
        this.severity = severity;
        this.meaning = meaning;
    }

    /// Its stable name, such as `inkey-missing`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Group group() {
        return group;
    }

    public Severity severity() {
        return severity;
    }

    /// A sentence, in Markdown.
    public String meaning() {
        return meaning;
    }

    Finding at(Spot spot, String what, String leads, String cure) {
        return new Finding(this, spot, what, leads, cure);
    }
}

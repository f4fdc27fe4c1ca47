package dev.keyline.pbx.doctor;

import static dev.keyline.pbx.doctor.Ailment.*;

import java.time.Instant;
import java.util.List;

/// A fault in a configuration that is healthy otherwise.
///
/// @param ailment the only thing to be found
/// @param file where
/// @param line what the line says that it is found in; empty for the file as a whole
record Planted(Ailment ailment, String file, String line, Sample sample) {
    private static final String IAX = "iax.conf";
    private static final String PLAN = "extensions.conf";

    /// A secret that nothing is wrong with.
    static final String GOOD = "quartz-vex-7731-lumen";

    @Override
    public String toString() {
        return ailment.id() + (line.isEmpty() ? " in " + file : " at " + line);
    }

    private static Sample healthy() {
        return new Sample();
    }

    private static Sample alice(String option, String instead) {
        return healthy().iax(option + "\ncontext=inside", instead + "\ncontext=inside");
    }

    /// `alice` by secret instead of by key.
    private static Sample secret(String lines) {
        return healthy().iax("auth=rsa\ninkeys=alice", lines);
    }

    private static final List<Planted> ALL = planted();

    static List<Planted> all() {
        return ALL;
    }

    private static List<Planted> planted() {
        return List.of(
                // files
                new Planted(FILE_UNUSABLE, IAX, "[broken", healthy().iax("[broken\n")),
                new Planted(FILE_UNUSABLE, PLAN, "", healthy().without(PLAN)),
                new Planted(
                        FILE_UNUSABLE,
                        IAX,
                        "#include more.conf",
                        healthy().iax("#include more.conf\n")),
                new Planted(
                        SECTION_CLOSED,
                        IAX,
                        "[alice]",
                        healthy().iax("context=inside", "context=inside\nacl=office")),
                new Planted(
                        SECTION_WITHOUT_TYPE,
                        IAX,
                        "[bob]",
                        healthy().iax("[bob]\ncontext=inside\n")),
                new Planted(
                        SECTION_WITHOUT_TYPE,
                        IAX,
                        "type=freind",
                        healthy().iax("[bob]\ntype=freind\ncontext=inside\n")),
                new Planted(
                        OPTION_UNKNOWN,
                        IAX,
                        "inkey=alice",
                        healthy().iax("context=inside", "context=inside\ninkey=alice")),
                new Planted(
                        OPTION_IN_WRONG_TYPE,
                        IAX,
                        "inkeys=alice ; here",
                        healthy()
                                .iax("auth=rsa\n", "auth=rsa\n")
                                .iax("outkey=branch\n", "outkey=branch\ninkeys=alice ; here\n")),
                new Planted(
                        OPTION_IN_WRONG_TYPE,
                        IAX,
                        "outkey=branch ; here",
                        healthy()
                                .iax(
                                        """
                                        [carol]
                                        type=user
                                        auth=rsa
                                        inkeys=carol
                                        outkey=branch ; here
                                        context=inside
                                        """)
                                .key("carol.pub", TestPairs.publicKey("carol"))),
                new Planted(ODD_LINE, IAX, "nonsense", healthy().iax("nonsense\n")),
                new Planted(
                        ODD_LINE,
                        IAX,
                        "trunkfreq=often",
                        healthy().iax("bindport=4569", "bindport=4569\ntrunkfreq=often")),
                new Planted(
                        OPTION_WITHOUT_EFFECT,
                        IAX,
                        "adsi=yes",
                        healthy().iax("bindport=4569", "bindport=4569\nadsi=yes")),
                // keys
                new Planted(KEY_DIRECTORY_UNREADABLE, "keys", "", healthy().withoutKeyDirectory()),
                new Planted(INKEY_MISSING, IAX, "inkeys=alice", healthy().without("alice.pub")),
                new Planted(
                        INKEY_MISSING,
                        IAX,
                        "inkeys=alice:spare",
                        alice("inkeys=alice", "inkeys=alice:spare")),
                new Planted(
                        OUTKEY_MISSING,
                        IAX,
                        "outkey=east",
                        healthy().iax("outkey=branch", "outkey=east")),
                new Planted(
                        REGISTER_KEY_MISSING,
                        IAX,
                        "register => branch:[east]@192.0.2.7",
                        healthy().iax("[branch]@", "[east]@")),
                new Planted(
                        DIAL_KEY_MISSING,
                        PLAN,
                        "exten => 700,1,Dial(IAX2/us:[east]@hq/700)",
                        healthy().plan("exten => 700,1,Dial(IAX2/us:[east]@hq/700)\n")),
                new Planted(INKEYS_EMPTY, IAX, "inkeys=", alice("inkeys=alice", "inkeys=")),
                new Planted(
                        INKEYS_EMPTY_NAME,
                        IAX,
                        "inkeys=alice:",
                        alice("inkeys=alice", "inkeys=alice:")),
                new Planted(
                        KEY_NAME_NOT_BARE,
                        IAX,
                        "inkeys=keys/alice.pub",
                        alice("inkeys=alice", "inkeys=keys/alice.pub")),
                new Planted(
                        KEY_NAME_NOT_BARE,
                        IAX,
                        "outkey=branch.key",
                        healthy().iax("outkey=branch", "outkey=branch.key")),
                new Planted(
                        KEY_OPEN_TO_OTHERS, "keys/branch.key", "", healthy().exposed("branch.key")),
                new Planted(
                        KEY_LOCKED,
                        "keys/branch.key",
                        "",
                        healthy()
                                .key("branch.key", TestPairs.lockedKey("branch", "hold the door"))),
                new Planted(
                        KEY_ASKED_FOR,
                        "keys/branch.key",
                        "",
                        healthy()
                                .asks()
                                .key("branch.key", TestPairs.lockedKey("branch", "hold the door"))),
                new Planted(
                        KEY_WRONG_SIZE,
                        "keys/alice.pub",
                        "",
                        healthy().key("alice.pub", TestPairs.largePublicKey())),
                new Planted(
                        KEY_NOT_RSA,
                        "keys/branch.key",
                        "",
                        healthy().key("branch.key", TestPairs.elliptic())),
                new Planted(
                        INKEY_NOT_RSA,
                        "keys/alice.pub",
                        "",
                        healthy().key("alice.pub", TestPairs.diffieHellman())),
                new Planted(
                        PRIVATE_KEY_IN_PUB,
                        "keys/alice.pub",
                        "",
                        healthy().key("alice.pub", TestPairs.privateKey("alice"))),
                new Planted(
                        PUBLIC_KEY_IN_KEY,
                        "keys/branch.key",
                        "",
                        healthy().key("branch.key", TestPairs.publicKey("branch"))),
                new Planted(
                        KEY_DAMAGED,
                        "keys/alice.pub",
                        "",
                        healthy().key("alice.pub", "-----BEGIN PUBLIC KEY-----\nAAAA\n")),
                new Planted(KEY_DAMAGED, "keys/branch.key", "", healthy().key("branch.key", "")),
                new Planted(
                        KEY_FILE_UNUSABLE,
                        "keys/alice.pub",
                        "",
                        healthy().without("alice.pub").folder("alice.pub")),
                new Planted(
                        KEY_HALVES_MISMATCHED,
                        "keys/branch.pub",
                        "",
                        healthy().key("branch.pub", TestPairs.publicKey("mallory"))),
                new Planted(
                        KEY_EXPIRED,
                        "keys/alice.validity",
                        "",
                        healthy().key("alice.validity", "not-after = 2026-05-31\n")),
                new Planted(
                        KEY_NOT_YET_VALID,
                        "keys/branch.validity",
                        "",
                        healthy().key("branch.validity", "not-before = 2026-06-02\n")),
                new Planted(
                        VALIDITY_MALFORMED,
                        "keys/alice.validity",
                        "",
                        healthy().key("alice.validity", "# ours\nnot-after = tomorrow\n")),
                new Planted(
                        KEY_EXPIRES_SOON,
                        "keys/alice.validity",
                        "",
                        healthy().key("alice.validity", "not-after = 2026-06-20\n")),
                new Planted(
                        CALLERS_PRIVATE_KEY_HERE,
                        "keys/alice.key",
                        "",
                        healthy().key("alice.key", TestPairs.privateKey("alice"))),
                new Planted(
                        CALLERS_PRIVATE_KEY_HERE,
                        "keys/hidden.key",
                        "",
                        healthy().key("hidden.key", TestPairs.privateKey("alice"))),
                new Planted(
                        KEY_USED_BOTH_WAYS,
                        "keys/branch.key",
                        "",
                        alice("inkeys=alice", "inkeys=branch")),
                new Planted(
                        KEY_SHARED_BY_CALLERS,
                        IAX,
                        "inkeys=bob",
                        healthy()
                                .iax("[bob]\ntype=user\nauth=rsa\ninkeys=bob\ncontext=inside\n")
                                .key("bob.pub", TestPairs.publicKey("alice"))),
                new Planted(
                        OUTKEY_SHARED,
                        IAX,
                        "outkey=branch ; again",
                        healthy()
                                .iax(
                                        """
                                        [hq2]
                                        type=peer
                                        host=192.0.2.8
                                        username=branch
                                        outkey=branch ; again
                                        auth=rsa
                                        """)),
                new Planted(
                        KEY_OLD,
                        "keys/alice.pub",
                        "",
                        healthy().written("alice.pub", Instant.parse("2025-05-01T00:00:00Z"))),
                new Planted(
                        KEY_UNUSED_UNUSABLE,
                        "keys/stray.pub",
                        "",
                        healthy().key("stray.pub", "no key")),
                // proofs and doors
                new Planted(EMPTY_SECRET, IAX, "secret=", secret("auth=md5\nsecret=")),
                new Planted(
                        INKEYS_WITHOUT_AUTH,
                        IAX,
                        "inkeys=alice",
                        healthy().iax("auth=rsa\ninkeys=alice", "inkeys=alice")),
                new Planted(
                        MD5_WITHOUT_SECRET,
                        IAX,
                        "auth=md5,rsa",
                        secret("auth=md5,rsa\ninkeys=alice")),
                new Planted(AUTH_WORD_UNKNOWN, IAX, "auth=rsaa", secret("auth=rsaa\ninkeys=alice")),
                new Planted(
                        AUTH_PLAINTEXT,
                        IAX,
                        "auth=plaintext",
                        secret("auth=plaintext\nsecret=" + GOOD)),
                new Planted(AUTH_WITHOUT_PROOF, IAX, "auth=md5", secret("auth=md5")),
                new Planted(
                        OUTKEY_NOT_USED,
                        IAX,
                        "outkey=branch",
                        healthy().iax("outkey=branch\nauth=rsa", "outkey=branch\nauth=md5")),
                new Planted(
                        DBSECRET_NOT_FOUND,
                        IAX,
                        "dbsecret=iax/alice",
                        secret("dbsecret=iax/alice")),
                new Planted(
                        DBSECRET_NOT_FOUND,
                        IAX,
                        "dbsecret=iax/hq",
                        healthy().iax("outkey=branch\nauth=rsa", "dbsecret=iax/hq")),
                new Planted(
                        ACL_UNREADABLE,
                        IAX,
                        "deny=0.0.0.0/0.0.0",
                        healthy().iax("context=inside", "context=inside\ndeny=0.0.0.0/0.0.0")),
                new Planted(
                        PERMIT_WITHOUT_DENY,
                        IAX,
                        "permit=192.0.2.0/24",
                        healthy().iax("context=inside", "context=inside\npermit=192.0.2.0/24")),
                new Planted(
                        GUEST_DIALS_OUT,
                        IAX,
                        "[guest]",
                        healthy().iax("[guest]\ntype=user\ncontext=inside\n")),
                new Planted(
                        GUEST_DIALS_OUT,
                        IAX,
                        "[guest]",
                        healthy()
                                .iax("[guest]\ntype=user\ncontext=lobby\n")
                                .plan("[lobby]\nexten => 1,1,Goto(inside,600,1)\n")),
                new Planted(
                        GUEST_WITHOUT_PROOF,
                        IAX,
                        "[guest]",
                        healthy()
                                .iax("[guest]\ntype=user\ncontext=lobby\n")
                                .plan("[lobby]\nexten => 600,1,Echo()\n")),
                new Planted(
                        GUEST_BY_ADDRESS,
                        IAX,
                        "[guest]",
                        healthy()
                                .iax(
                                        "[guest]\ntype=user\ncontext=inside\ndeny=0.0.0.0/0\npermit=192.0.2.0/24\n")),
                new Planted(
                        REGISTRATION_WITHOUT_PROOF,
                        IAX,
                        "[phone]",
                        healthy().iax("[phone]\ntype=peer\nhost=dynamic\n")),
                new Planted(
                        ANY_CONTEXT,
                        IAX,
                        "context=*",
                        healthy().iax("context=inside", "context=*")),
                new Planted(
                        CALL_TOKENS_OFF,
                        IAX,
                        "requirecalltoken=no",
                        healthy().iax("context=inside", "context=inside\nrequirecalltoken=no")),
                new Planted(
                        CALL_TOKENS_OFF,
                        IAX,
                        "requirecalltoken=auto",
                        healthy().iax("context=inside", "context=inside\nrequirecalltoken=auto")),
                new Planted(
                        CALL_TOKENS_OPTIONAL_EVERYWHERE,
                        IAX,
                        "calltokenoptional=0.0.0.0/0.0.0.0",
                        healthy()
                                .iax(
                                        "bindport=4569",
                                        "bindport=4569\ncalltokenoptional=0.0.0.0/0.0.0.0")),
                new Planted(
                        SECRET_WEAK,
                        IAX,
                        "secret=opensesame",
                        secret("auth=md5\nsecret=opensesame")),
                new Planted(
                        SECRET_WEAK,
                        IAX,
                        "secret=alice-was-here-first",
                        secret("auth=md5\nsecret=alice-was-here-first")),
                new Planted(
                        SECRET_WEAK,
                        IAX,
                        "register => branch:short@192.0.2.7",
                        healthy().iax("branch:[branch]@", "branch:short@")),
                new Planted(
                        SECRET_SHARED,
                        IAX,
                        "secret=" + GOOD + " ; again",
                        secret("auth=md5\nsecret=" + GOOD)
                                .iax(
                                        "[bob]\ntype=user\nauth=md5\nsecret="
                                                + GOOD
                                                + " ; again\ncontext=inside\n")),
                new Planted(
                        SECRETS_READABLE,
                        IAX,
                        "",
                        secret("auth=md5\nsecret=" + GOOD).openFile(IAX)),
                new Planted(
                        ENCRYPTION_WORD_UNKNOWN,
                        IAX,
                        "encryption=aes256",
                        healthy().iax("context=inside", "context=inside\nencryption=aes256")),
                new Planted(
                        FORCED_WITHOUT_SECRET,
                        IAX,
                        "forceencryption=yes",
                        healthy()
                                .iax(
                                        "context=inside",
                                        "context=inside\nencryption=yes\nforceencryption=yes")),
                new Planted(
                        ENCRYPTION_WITHOUT_SECRET,
                        IAX,
                        "encryption=yes",
                        healthy().iax("context=inside", "context=inside\nencryption=yes")),
                new Planted(
                        FORCED_WITHOUT_ENCRYPTION,
                        IAX,
                        "forceencryption=yes",
                        healthy()
                                .iax(
                                        "context=inside",
                                        "context=inside\nsecret="
                                                + GOOD
                                                + "\nforceencryption=yes")),
                // peers and registrations
                new Planted(HOST_MISSING, IAX, "[hq]", healthy().iax("host=hq.example.net\n", "")),
                new Planted(
                        HOST_UNKNOWN,
                        IAX,
                        "host=hq.exmaple.net",
                        healthy().iax("hq.example.net", "hq.exmaple.net")),
                new Planted(
                        HOST_UNKNOWN,
                        IAX,
                        "register => branch:[branch]@nowhere.example.net",
                        healthy().iax("[branch]@192.0.2.7", "[branch]@nowhere.example.net")),
                new Planted(
                        PEER_IS_OURSELVES,
                        IAX,
                        "host=127.0.0.1",
                        healthy().iax("hq.example.net", "127.0.0.1")),
                new Planted(
                        PEER_IS_OURSELVES,
                        IAX,
                        "host=me.example.net",
                        healthy()
                                .iax("hq.example.net", "me.example.net")
                                .host("me.example.net", "198.51.100.4")
                                .own("198.51.100.4")),
                new Planted(
                        PEER_IS_OURSELVES,
                        IAX,
                        "register => branch:[branch]@127.0.0.1",
                        healthy().iax("[branch]@192.0.2.7", "[branch]@127.0.0.1")),
                new Planted(USERNAME_MISSING, IAX, "[hq]", healthy().iax("username=branch\n", "")),
                new Planted(
                        REGISTER_MALFORMED,
                        IAX,
                        "register => branch:[branch@192.0.2.7",
                        healthy().iax("[branch]@", "[branch@")),
                new Planted(
                        REGISTER_MALFORMED,
                        IAX,
                        "register => branch:" + GOOD + "@more@192.0.2.7",
                        healthy().iax("branch:[branch]@", "branch:" + GOOD + "@more@")),
                new Planted(
                        REGISTER_SECRET_CUT,
                        IAX,
                        "register => branch:" + GOOD + ":more@192.0.2.7",
                        healthy().iax("branch:[branch]@", "branch:" + GOOD + ":more@")),
                new Planted(
                        REGISTER_WITHOUT_PROOF,
                        IAX,
                        "register => branch@192.0.2.7",
                        healthy().iax("branch:[branch]@", "branch@")),
                new Planted(
                        REGISTER_WITHOUT_WAY_IN,
                        IAX,
                        "register => branch:[branch]@192.0.2.7",
                        healthy()
                                .iax("type=friend", "type=peer")
                                .plan("exten => 600,1,Answer()\n same => n,Echo()\n", "")
                                .plan("exten => _9XX,1,Dial(IAX2/hq/${EXTEN})\n", "")),
                new Planted(
                        PORT_INVALID,
                        IAX,
                        "bindport=456999",
                        healthy().iax("bindport=4569", "bindport=456999")),
                new Planted(
                        PORT_INVALID,
                        IAX,
                        "port=iax",
                        healthy().iax("host=hq.example.net", "host=hq.example.net\nport=iax")),
                new Planted(
                        BINDADDR_INVALID,
                        IAX,
                        "bindaddr=192.0.2.300",
                        healthy().iax("bindport=4569", "bindport=4569\nbindaddr=192.0.2.300")),
                new Planted(
                        BINDADDR_NOT_HERE,
                        IAX,
                        "bindaddr=203.0.113.9",
                        healthy()
                                .iax("bindport=4569", "bindport=4569\nbindaddr=203.0.113.9")
                                .own("198.51.100.4")),
                new Planted(
                        CODEC_NONE,
                        IAX,
                        "disallow=all ; here",
                        healthy().iax("context=inside", "context=inside\ndisallow=all ; here")),
                new Planted(
                        CODEC_UNKNOWN,
                        IAX,
                        "allow=ulow",
                        healthy().iax("context=inside", "context=inside\nallow=ulow")),
                new Planted(
                        CODECS_SHARE_NOTHING,
                        PLAN,
                        "exten => _9XX,1,Dial(IAX2/hq/${EXTEN})",
                        healthy()
                                .iax("context=inside", "context=inside\ndisallow=all\nallow=g729")),
                // dialplan
                new Planted(
                        CONTEXT_MISSING,
                        IAX,
                        "context=insde",
                        healthy().iax("context=inside", "context=inside\ncontext=insde")),
                new Planted(
                        CONTEXT_MISSING,
                        IAX,
                        "[bob]",
                        healthy()
                                .iax("[bob]\ntype=user\nauth=rsa\ninkeys=bob\n")
                                .key("bob.pub", TestPairs.publicKey("bob"))),
                new Planted(
                        CONTEXT_EMPTY,
                        IAX,
                        "context=hollow",
                        healthy()
                                .iax("context=inside", "context=inside\ncontext=hollow")
                                .plan("[hollow]\n")),
                new Planted(
                        CONTEXT_UNREACHED,
                        PLAN,
                        "exten => 1,1,Echo()",
                        healthy().plan("[attic]\nexten => 1,1,Echo()\n")),
                new Planted(
                        INCLUDE_MISSING,
                        PLAN,
                        "include => nights",
                        healthy().plan("include => nights\n")),
                new Planted(
                        INCLUDE_LOOP,
                        PLAN,
                        "include => more",
                        healthy()
                                .plan(
                                        "include => more\n[more]\nexten => 1,1,Echo()\ninclude => inside\n")),
                new Planted(
                        EXTENSION_WITHOUT_START,
                        PLAN,
                        "exten => 700,2,Echo()",
                        healthy().plan("exten => 700,2,Echo()\n")),
                new Planted(
                        GOTO_NOWHERE,
                        PLAN,
                        "exten => 700,1,Goto(insde,600,1)",
                        healthy().plan("exten => 700,1,Goto(insde,600,1)\n")),
                new Planted(
                        GOTO_NOWHERE,
                        PLAN,
                        "exten => 700,1,Goto(601,1)",
                        healthy().plan("exten => 700,1,Goto(601,1)\n")),
                new Planted(
                        GOTO_NOWHERE,
                        PLAN,
                        "exten => 700,1,Goto(end)",
                        healthy().plan("exten => 700,1,Goto(end)\n")),
                new Planted(
                        APPLICATION_UNKNOWN,
                        PLAN,
                        "exten => 700,1,VoiceMail(600)",
                        healthy().plan("exten => 700,1,VoiceMail(600)\n")),
                new Planted(
                        DIAL_UNKNOWN_PEER,
                        PLAN,
                        "exten => 700,1,Dial(IAX2/hg/700)",
                        healthy().plan("exten => 700,1,Dial(IAX2/hg/700)\n")),
                new Planted(
                        DIAL_TO_USER,
                        PLAN,
                        "exten => 700,1,Dial(IAX2/bob)",
                        healthy()
                                .plan("exten => 700,1,Dial(IAX2/bob)\n")
                                .iax("[bob]\ntype=user\nauth=rsa\ninkeys=bob\ncontext=inside\n")
                                .key("bob.pub", TestPairs.publicKey("bob"))),
                new Planted(
                        DIAL_WITH_SECRET,
                        PLAN,
                        "exten => 700,1,Dial(IAX2/us:" + GOOD + "@hq/700)",
                        healthy().plan("exten => 700,1,Dial(IAX2/us:" + GOOD + "@hq/700)\n")),
                new Planted(
                        DIAL_OTHER_TECHNOLOGY,
                        PLAN,
                        "exten => 700,1,Dial(PJSIP/bob)",
                        healthy().plan("exten => 700,1,Dial(PJSIP/bob)\n")));
    }
}

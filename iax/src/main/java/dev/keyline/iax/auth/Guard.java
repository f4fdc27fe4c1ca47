package dev.keyline.iax.auth;

import dev.keyline.iax.message.AuthResult;
import dev.keyline.iax.wire.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the called side asks for before it lets somebody in.
///
/// @param name whom it guards: the section's name in `iax.conf`
/// @param methods what is accepted; never empty
/// @param inkeys names of public keys, tried in order
/// @param secrets shared secrets, each a full alternative
public record Guard(
        String name, Set<AuthMethod> methods, List<String> inkeys, List<Secret> secrets) {
    public Guard {
        methods = Set.copyOf(methods);
        inkeys = List.copyOf(inkeys);
        secrets = List.copyOf(secrets);
    }

    /// Checks an answer. RSA decides when it was offered and a signature came, without falling
    /// through to a weaker method; nothing is ever compared with an empty secret.
    public Verdict check(AuthResult answer, Bytes challenge, KeyRing ring) {
        var verdict = compare(answer, challenge, ring);
        return verdict instanceof Verdict.TurnedAway no ? no.by(AuthMethod.of(answer)) : verdict;
    }

    private Verdict compare(AuthResult answer, Bytes challenge, KeyRing ring) {
        return switch (answer) {
            case AuthResult.Rsa rsa when methods.contains(AuthMethod.RSA) ->
                    signature(rsa.base64(), challenge, ring);
            case AuthResult.Md5 md5 when methods.contains(AuthMethod.MD5) ->
                    digest(md5.hex(), challenge);
            case AuthResult.Password password when methods.contains(AuthMethod.PLAINTEXT) ->
                    password(password.text());
            case AuthResult other ->
                    new Verdict.TurnedAway(
                            Verdict.Reason.NO_ANSWER,
                            List.of(
                                    "asked for "
                                            + AuthMethod.words(methods)
                                            + ", got "
                                            + kind(other)));
        };
    }

    private Verdict signature(String base64, Bytes challenge, KeyRing ring) {
        if (inkeys.isEmpty()) {
            return new Verdict.TurnedAway(
                    Verdict.Reason.NOTHING_TO_CHECK,
                    List.of("[" + name + "] has auth=rsa and no inkeys="));
        }
        var signature = Rsa.decode(base64);
        if (signature.isEmpty()) {
            return new Verdict.TurnedAway(
                    Verdict.Reason.BAD_SIGNATURE,
                    List.of("got " + base64.length() + " characters"));
        }
        return signature(signature.get(), challenge, ring);
    }

    private Verdict signature(Bytes signature, Bytes challenge, KeyRing ring) {
        var reason = Verdict.Reason.NO_KEY_MATCHED;
        var tried = new ArrayList<KeyTried>();
        for (var keyName : inkeys) {
            switch (ring.publicKey(keyName)) {
                case KeyRing.Missing<RSAPublicKey> missing ->
                        tried.add(KeyTried.missing(keyName, missing));
                case KeyRing.OutOfTerm<RSAPublicKey> late -> {
                    // Only for the reason; another name may still hold the same key.
                    if (Rsa.verify(late.key(), challenge, signature)) {
                        reason = Verdict.Reason.KEY_OUT_OF_TERM;
                    }
                    tried.add(KeyTried.late(keyName, late));
                }
                case KeyRing.Found<RSAPublicKey> found -> {
                    if (Rsa.verify(found.key(), challenge, signature)) {
                        return new Verdict.LetIn(AuthMethod.RSA, keyName, found.fingerprint());
                    }
                    tried.add(KeyTried.other(keyName, found));
                }
            }
        }
        var details = tried.stream().map(KeyTried::words).toList();
        return new Verdict.TurnedAway(reason, details, tried, Optional.empty());
    }

    private Verdict digest(String hex, Bytes challenge) {
        return secrets.stream().anyMatch(secret -> Md5.matches(hex, challenge, secret))
                ? new Verdict.LetIn(AuthMethod.MD5, "", "")
                : noSecret();
    }

    private Verdict password(String text) {
        var given = text.getBytes(StandardCharsets.UTF_8);
        return secrets.stream()
                        .anyMatch(
                                secret ->
                                        MessageDigest.isEqual(
                                                secret.reveal().getBytes(StandardCharsets.UTF_8),
                                                given))
                ? new Verdict.LetIn(AuthMethod.PLAINTEXT, "", "")
                : noSecret();
    }

    private Verdict noSecret() {
        return secrets.isEmpty()
                ? new Verdict.TurnedAway(
                        Verdict.Reason.NOTHING_TO_CHECK, List.of("[" + name + "] has no secret="))
                : new Verdict.TurnedAway(Verdict.Reason.WRONG_SECRET, List.of());
    }

    private static String kind(AuthResult answer) {
        return switch (answer) {
            case AuthResult.Rsa _ -> "an RSA signature";
            case AuthResult.Md5 _ -> "an MD5 digest";
            case AuthResult.Password _ -> "a password";
            case AuthResult.None _ -> "nothing";
        };
    }
}

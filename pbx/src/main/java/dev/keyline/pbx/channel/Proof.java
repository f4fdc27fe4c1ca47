package dev.keyline.pbx.channel;

/// How somebody proved who they are: they to us, or we to them.
///
/// @param method Asterisk's word in `CHANNEL(auth_method)`: `none`, `plaintext`, `MD5`, `RSA`
/// @param key name of the key, empty unless it was one
/// @param fingerprint of its public half
public record Proof(String method, String key, String fingerprint) {
    public static final Proof NONE = new Proof("none", "", "");
}

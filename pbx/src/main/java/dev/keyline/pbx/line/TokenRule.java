package dev.keyline.pbx.line;

/// `requirecalltoken`: whether callers of a section need a call token.
public enum TokenRule {
    YES,
    NO,
    /// Not before one of them has shown one, and proved himself. (Asterisk does without the proof,
    /// so that anybody who can fetch a token locks an old device out.)
    AUTO
}

package dev.keyline.pbx.doctor;

import dev.keyline.keys.ring.KeyType;

/// A place where a key is named.
///
/// @param missing what it is called when there is no such key
/// @param leads what happens without the key, a phrase
record KeyUse(String key, KeyType type, Spot spot, Ailment missing, String leads) {
    String fileName() {
        return key + type.suffix();
    }

    /// Asterisk and we look for NAME.pub and NAME.key in one directory, and for nothing else.
    boolean isBare() {
        return key.indexOf('/') < 0 && !key.endsWith(".pub") && !key.endsWith(".key");
    }
}

package dev.keyline.keys.ring;

/// What became of one key file.
sealed interface Slot permits Entry, Refused {
    KeyFile file();
}

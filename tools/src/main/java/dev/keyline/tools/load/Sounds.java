package dev.keyline.tools.load;

import java.io.IOException;

/// Where sound files come from.
public interface Sounds {
    /// The sound of this file.
    ///
    /// @throws IOException when it is no sound that can be played; the message names the file
    Sample named(String file) throws IOException;
}

package dev.keyline.pbx.bridge;

import dev.keyline.pbx.channel.Channel;

/// Music for those who wait.
public interface OnHold {
    /// Begins to play; what it played to them before ends.
    ///
    /// @param suggested the class that whoever put them on hold would like; possibly empty
    void start(Channel who, String suggested, long now);

    /// Ends it, if there is any.
    void stop(Channel who, long now);

    /// Whether they hear music, and so nothing else.
    boolean plays(Channel who);
}

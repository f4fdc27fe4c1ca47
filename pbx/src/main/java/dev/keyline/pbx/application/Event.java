package dev.keyline.pbx.application;

import dev.keyline.audio.file.SoundFile;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.pbx.channel.Channel;
import dev.keyline.pbx.store.Recordings;
import java.util.List;

/// What an activity may be told.
public sealed interface Event {
    /// Something happened on a channel: the one the activity runs on, or one it has called.
    record On(Channel channel, CallEvent what) implements Event {}

    /// A channel that was called goes on elsewhere in the dialplan; it is none of ours any more.
    record Taken(Channel channel) implements Event {}

    /// The time has come that was asked for.
    record TimeUp() implements Event {}

    /// Sounds have been loaded, in the order in which they were asked for.
    record Loaded(List<SoundFile> sounds) implements Event {
        public Loaded {
            sounds = List.copyOf(sounds);
        }
    }

    /// A recording has been put away, or not.
    record Stored(Recordings.Kept how) implements Event {}

    /// A call could be placed only now, because a name had to be looked up.
    ///
    /// @param leg the number it was given in [Office#place]
    record Placed(int leg, Office.Placing how) implements Event {}
}

package dev.keyline.pbx.dialplan;

/// What `${NAME}` and `${FUNC(arguments)}` stand for on one channel.
public interface Variables {
    /// The value, or an empty text when there is none: that is how dialplans see it.
    String value(String name);

    /// What a function answers; an unknown one answers with an empty text and leaves a remark in
    /// the log.
    ///
    /// @param arguments substituted, not yet split
    String call(String function, String arguments);
}

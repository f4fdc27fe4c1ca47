package dev.keyline.pbx.exchange;

import dev.keyline.pbx.remote.CachedAnswer;
import java.util.List;

/// What is known of other dialplans, and how often was asked, for those who look.
public final class PollsView {
    private final House house;

    PollsView(House house) {
        this.house = house;
    }

    /// What others answered, and what they are being asked.
    public List<CachedAnswer> answers(long now) {
        return house.polls().cache().list(now);
    }

    /// Questions that went out.
    public long asked() {
        return house.polls().asked();
    }

    /// Questions of others that were answered.
    public long answered() {
        return house.inquirers().answered();
    }

    /// Questions of others that were not, because of `maxdialplanquestions`.
    public long tooMany() {
        return house.inquirers().tooMany();
    }

    /// Answers forgotten before their time, because of `maxdialplananswers`.
    public long forgotten() {
        return house.polls().cache().forgotten();
    }
}

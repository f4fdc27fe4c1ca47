package dev.keyline.pbx.function;

import java.time.Instant;
import java.time.ZoneId;
import java.util.random.RandomGenerator;

/// What a function may know of the world.
public interface Surroundings {
    /// The value of a variable of the channel, empty when there is none.
    String variable(String name);

    /// A person's clock.
    Instant moment();

    ZoneId zone();

    RandomGenerator chance();
}

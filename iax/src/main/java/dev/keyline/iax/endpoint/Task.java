package dev.keyline.iax.endpoint;

/// Work too slow for the loop: a signature, a name to be looked up. The driver performs it on
/// another thread and brings the outcome back.
public interface Task {
    /// Runs on any thread and touches nothing of the party that asked for it.
    Outcome perform();

    /// What the party does with the result.
    interface Outcome {
        /// Runs in the loop; afterwards the party is drained.
        void apply(long now);
    }
}

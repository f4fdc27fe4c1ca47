package dev.keyline.iax.endpoint;

import dev.keyline.iax.message.ReceiverReport;
import java.util.Optional;

/// How a call gets through the network.
///
/// @param roundTrip nanoseconds to the peer and back by the last PING; 0 before the first
/// @param ours how we hear them
/// @param theirs how they hear us, by their last PONG
public record NetStatistics(long roundTrip, ReceiverReport ours, Optional<ReceiverReport> theirs) {}

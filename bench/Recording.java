import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the flight recorder saw of a server.
///
/// @param places how many samples fell on each method of ours: the one nearest to what the
///   processor did, be that a method of the JDK, or the kernel behind a method of `Libc`
/// @param allocated octets in a second, by the thread of the port
record Recording(Map<String, Long> places, double allocated) {
    /// @param share of all samples
    record Place(String name, double share) {}

    static Recording of(Path file) throws IOException {
        Map<String, Long> places = new HashMap<>();
        var events = RecordingFile.readAllEvents(file);
        events.stream()
                .filter(event -> is(event, "jdk.CPUTimeSample"))
                .forEach(event -> places.merge(place(event), 1L, Long::sum));
        var allocations =
                events.stream()
                        .filter(event -> is(event, "jdk.ThreadAllocationStatistics"))
                        .filter(Recording::isOfLoop)
                        .sorted(Comparator.comparing(RecordedEvent::getStartTime))
                        .toList();
        return new Recording(places, rate(allocations.getFirst(), allocations.getLast()));
    }

    private static boolean is(RecordedEvent event, String type) {
        return event.getEventType().getName().equals(type);
    }

    private static boolean isOfLoop(RecordedEvent event) {
        var thread = event.getThread("thread");
        return thread != null
                && thread.getJavaName() != null
                && thread.getJavaName().startsWith("keyline-port-");
    }

    private static double rate(RecordedEvent first, RecordedEvent last) {
        var passed = Duration.between(first.getStartTime(), last.getStartTime()).toNanos() / 1e9;
        return (last.getLong("allocated") - first.getLong("allocated")) / passed;
    }

    private static String place(RecordedEvent sample) {
        if (sample.getStackTrace() == null) {
            return "unknown";
        }
        return sample.getStackTrace().getFrames().stream()
                .filter(frame -> type(frame).startsWith("dev.keyline."))
                .findFirst()
                .map(frame -> simple(type(frame)) + "." + frame.getMethod().getName())
                .orElse("the JVM's own");
    }

    private static String type(RecordedFrame frame) {
        return frame.getMethod().getType().getName();
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    long samples() {
        return places.values().stream().mapToLong(count -> count).sum();
    }

    /// The places with the most samples, the hottest first.
    List<Place> hottest(int many) {
        double all = samples();
        return places.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(many)
                .map(place -> new Place(place.getKey(), place.getValue() / all))
                .toList();
    }
}

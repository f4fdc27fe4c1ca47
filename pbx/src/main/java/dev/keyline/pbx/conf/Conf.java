package dev.keyline.pbx.conf;

import java.util.List;
import java.util.Optional;

/// What a configuration file turned out to be.
public sealed interface Conf {
    /// Whatever is odd about it.
    List<Problem> problems();

    /// It could be read.
    ///
    /// @param sections in order, templates left out; two of the same name stay two
    record Usable(List<Section> sections, List<Problem> problems) implements Conf {
        public Usable {
            sections = List.copyOf(sections);
            problems = List.copyOf(problems);
        }

        /// The first section of this name.
        public Optional<Section> section(String name) {
            return sections.stream().filter(s -> s.name().equals(name)).findFirst();
        }
    }

    /// It has a mistake that makes Asterisk refuse the whole file, and us too; the last problem is
    /// that one.
    record Unusable(List<Problem> problems) implements Conf {
        public Unusable {
            problems = List.copyOf(problems);
        }
    }
}

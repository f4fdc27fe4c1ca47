package dev.keyline.pbx.exchange;

import dev.keyline.iax.auth.KeyRing;
import dev.keyline.pbx.conf.Conf;
import dev.keyline.pbx.conf.ConfReader;
import dev.keyline.pbx.conf.Problem;
import dev.keyline.pbx.conf.Texts;
import dev.keyline.pbx.dialplan.Dialplan;
import dev.keyline.pbx.dialplan.DialplanReader;
import dev.keyline.pbx.line.Lines;
import dev.keyline.pbx.line.LinesReader;
import dev.keyline.pbx.store.MusicClasses;
import java.util.ArrayList;
import java.util.List;

/// `iax.conf`, `extensions.conf` and, if there is one, `musiconhold.conf`, read together; a reload
/// makes another.
public sealed interface Configuration {
    /// Whatever is odd about the files.
    List<Problem> problems();

    /// An exchange can run on it.
    record Usable(Lines lines, Dialplan dialplan, MusicClasses music, List<Problem> problems)
            implements Configuration {
        public Usable {
            problems = List.copyOf(problems);
        }
    }

    /// A file is missing, or has a mistake that makes all of it unreadable.
    record Unusable(List<Problem> problems) implements Configuration {
        public Unusable {
            problems = List.copyOf(problems);
        }
    }

    /// Reads the files.
    ///
    /// @param ring only asked whether keys exist
    static Configuration read(Texts texts, KeyRing ring) {
        var iax = ConfReader.read("iax.conf", texts);
        var extensions = ConfReader.read("extensions.conf", texts);
        var problems = new ArrayList<Problem>();
        problems.addAll(iax.problems());
        problems.addAll(extensions.problems());
        if (iax instanceof Conf.Usable lines && extensions instanceof Conf.Usable plan) {
            var read = LinesReader.read(lines, ring, problems);
            var dialplan = DialplanReader.read(plan, problems);
            PlanCheck.check(dialplan, problems);
            var music = MusicClasses.read(texts, problems);
            return new Usable(read, dialplan, music, problems);
        }
        return new Unusable(problems);
    }
}

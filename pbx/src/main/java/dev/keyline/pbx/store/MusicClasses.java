package dev.keyline.pbx.store;

import dev.keyline.pbx.conf.Conf;
import dev.keyline.pbx.conf.ConfReader;
import dev.keyline.pbx.conf.Problem;
import dev.keyline.pbx.conf.Section;
import dev.keyline.pbx.conf.Setting;
import dev.keyline.pbx.conf.Texts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// `musiconhold.conf`: classes of music, and the folder of each.
///
/// @param folders by name of the class
public record MusicClasses(Map<String, String> folders) {
    private static final String FILE = "musiconhold.conf";

    /// Without the file there is Asterisk's usual class.
    private static final MusicClasses USUAL = new MusicClasses(Map.of("default", "moh"));

    public MusicClasses {
        folders = Map.copyOf(folders);
    }

    /// Reads the file; without one there is the class `default` with the folder `moh`.
    public static MusicClasses read(Texts texts, List<Problem> problems) {
        if (texts.named(FILE).isEmpty()) {
            return USUAL;
        }
        var conf = ConfReader.read(FILE, texts);
        problems.addAll(conf.problems());
        return conf instanceof Conf.Usable usable ? of(usable, problems) : USUAL;
    }

    private static MusicClasses of(Conf.Usable conf, List<Problem> problems) {
        var folders = new TreeMap<String, String>();
        conf.sections().stream()
                .filter(section -> !section.name().equals("general"))
                .forEach(section -> add(section, folders, problems));
        return new MusicClasses(folders);
    }

    private static void add(Section section, Map<String, String> to, List<Problem> problems) {
        var mode = section.last("mode").map(Setting::value).orElse("files");
        var folder = section.last("directory").map(Setting::value).orElse("");
        if (!mode.equals("files")) {
            leftOut(section, "has mode=" + mode + "; only mode=files is played", problems);
        } else if (folder.isEmpty()) {
            leftOut(section, "has no directory=", problems);
        } else {
            to.put(section.name(), folder);
        }
    }

    private static void leftOut(Section section, String why, List<Problem> problems) {
        problems.add(
                Problem.warning(
                        section.place(),
                        "Music class '" + section.name() + "' " + why + "; it is left out"));
    }
}

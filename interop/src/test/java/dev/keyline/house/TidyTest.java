package dev.keyline.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.house.Sources.Spot;
import dev.keyline.interop.Busy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What CONTRIBUTING.md asks of every file and a machine can judge.
@Busy
class TidyTest {

    private static final int WIDEST = 110;

    /// Written in two pieces, so that this file is not its own first finding.
    private static final Pattern LEFT_OVER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");

    /// An address in a file that builds something. The name space of a POM looks like one.
    private static final Pattern ADDRESS =
            Pattern.compile("https?://(?!maven\\.apache\\.org/(POM|xsd)/|www\\.w3\\.org/)");

    /// Folders that only one machine has.
    private static final Pattern MACHINE =
            Pattern.compile("(?<![\\w.$}-])/(wor" + "k|home|root|Users|workspace)/");

    private static final Repository REPOSITORY = Repository.here();
    private static final Sources SOURCES = Sources.parse(REPOSITORY.javaFiles());

    @Test
    void linesFit() {
        assertThat(found(REPOSITORY.mainJavaFiles(), line -> line.length() > WIDEST))
                .as("lines of more than %d characters", WIDEST)
                .isEmpty();
    }

    /// A picture or a long answer may stand in a test as a person will see it.
    @Test
    void linesOfTestsFitUnlessTheyShowAText() {
        assertThat(
                        found(
                                REPOSITORY.javaFiles(),
                                line -> line.length() > WIDEST && !line.strip().startsWith("\"")))
                .as("lines of more than %d characters that are not a text", WIDEST)
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIs() {
        assertThat(
                        REPOSITORY.mainJavaFiles().stream()
                                .map(Path::getParent)
                                .distinct()
                                .filter(folder -> !saysWhatItIs(folder))
                                .map(REPOSITORY::relative))
                .as("packages whose package-info.java is missing, or has no text or @NullMarked")
                .isEmpty();
    }

    @Test
    void onlyToolsPrint() {
        assertThat(
                        SOURCES.prints().stream()
                                .filter(spot -> REPOSITORY.isMain(spot.file()))
                                .filter(
                                        spot ->
                                                !REPOSITORY
                                                        .relative(spot.file())
                                                        .startsWith("tools/"))
                                .map(TidyTest::told))
                .as("a library says what it has to say in values and System.Logger")
                .isEmpty();
    }

    @Test
    void noExceptionIsSwallowed() {
        assertThat(SOURCES.emptyCatches().stream().map(TidyTest::told))
                .as("empty catch blocks: do something about it, or let it fly")
                .isEmpty();
    }

    @Test
    void nothingIsLeftForLater() {
        assertThat(found(REPOSITORY.texts(), line -> LEFT_OVER.matcher(line).find()))
                .as("what is to be done later belongs into an issue")
                .isEmpty();
    }

    @Test
    void noBuildFileNamesAHost() {
        assertThat(found(REPOSITORY.buildFiles(), line -> ADDRESS.matcher(line).find()))
                .as("where packages come from is the business of the machine that builds")
                .isEmpty();
    }

    @Test
    void noFileNamesAPlaceOnOneMachine() {
        assertThat(found(REPOSITORY.texts(), line -> MACHINE.matcher(line).find()))
                .as("paths that exist on one machine only")
                .isEmpty();
    }

    @Test
    void noLinkIsDead() {
        assertThat(
                        REPOSITORY.documents().stream()
                                .flatMap(
                                        page ->
                                                new Links(page)
                                                        .dead().stream().map(at(page)::concat)))
                .as("links to files or headings that do not exist")
                .isEmpty();
    }

    /// Not a rule: the longest things are where to look first, and some have a reason.
    @AfterAll
    static void tellTheLongest() {
        System.out.println("The longest methods:");
        longest(SOURCES.methods().stream().filter(spot -> REPOSITORY.isMain(spot.file())))
                .forEach(System.out::println);
        System.out.println("The longest files:");
        longest(REPOSITORY.mainJavaFiles().stream().map(TidyTest::whole))
                .forEach(System.out::println);
    }

    private static Stream<String> longest(Stream<Spot> spots) {
        return spots.sorted(Comparator.comparingLong(Spot::lines).reversed())
                .limit(5)
                .map(spot -> "  %4d  %s".formatted(spot.lines(), told(spot)));
    }

    private static Spot whole(Path file) {
        return new Spot(file, 1, "", Repository.lines(file).size());
    }

    private static boolean saysWhatItIs(Path folder) {
        var file = folder.resolve("package-info.java");
        if (!Files.exists(file)) {
            return false;
        }
        var text = Repository.text(file);
        return text.startsWith("/// ") && text.contains("@NullMarked");
    }

    private interface Rule {
        boolean isBroken(String line);
    }

    private static List<String> found(List<Path> files, Rule rule) {
        var found = new ArrayList<String>();
        for (Path file : files) {
            int number = 0;
            for (String line : Repository.lines(file)) {
                number++;
                if (rule.isBroken(line)) {
                    found.add(at(file) + number + ": " + line.strip());
                }
            }
        }
        return found;
    }

    private static String told(Spot spot) {
        return at(spot.file()) + spot.line() + " " + spot.name();
    }

    private static String at(Path file) {
        return REPOSITORY.relative(file) + ":";
    }
}

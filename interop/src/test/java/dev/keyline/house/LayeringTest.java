package dev.keyline.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.keyline.interop.Busy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds every package to the tables of ARCHITECTURE.md.
@Busy
class LayeringTest {

    private static final Repository REPOSITORY = Repository.here();
    private static final Layers LAYERS = Layers.in(REPOSITORY.root().resolve("ARCHITECTURE.md"));
    private static final JavaClasses CLASSES = classes();

    @Test
    void everyPackageHasARow() {
        var missing = new TreeSet<>(packages());
        missing.removeAll(LAYERS.packages().keySet());
        assertThat(missing)
                .as(
                        "packages without a row under 'Packages' in ARCHITECTURE.md: add one each,"
                                + " below the rows of everything it leans on")
                .isEmpty();
    }

    @Test
    void everyRowHasAPackage() {
        var gone = new TreeSet<>(LAYERS.packages().keySet());
        gone.removeAll(packages());
        assertThat(gone)
                .as(
                        "rows under 'Packages' in ARCHITECTURE.md for packages that do not exist:"
                                + " take them out, also where other rows lean on them")
                .isEmpty();
    }

    @Test
    void everyModuleHasARow() {
        assertThat(LAYERS.libraries().keySet())
                .as("rows under 'Modules' in ARCHITECTURE.md, one for each folder with a pom.xml")
                .containsExactlyInAnyOrderElementsOf(
                        REPOSITORY.modules().stream().map(REPOSITORY::relative).toList());
    }

    @Test
    void theTableHasNoCircles() {
        assertThat(LAYERS.downwards())
                .as("a row leans only on rows above it: move it down, or drop what it leans on")
                .isEmpty();
    }

    @Test
    void packagesLeanOnlyWhereTheTableSays() {
        assertThat(CLASSES.stream().flatMap(LayeringTest::strayEdges).distinct().sorted())
                .as(
                        "leans that ARCHITECTURE.md does not allow: turn them round, or change the"
                                + " table and say why in the commit")
                .isEmpty();
    }

    @Test
    void modulesUseOnlyTheirLibraries() {
        assertThat(CLASSES.stream().flatMap(LayeringTest::strayLibraries).distinct().sorted())
                .as(
                        "libraries that ARCHITECTURE.md does not give to the module: a new one needs"
                                + " a page under docs/decisions first")
                .isEmpty();
    }

    @Test
    void purePackagesArePure() {
        assertThat(CLASSES.stream().flatMap(LayeringTest::offences))
                .as("time, chance, files and threads are handed in from outside")
                .isEmpty();
    }

    private static Stream<String> strayEdges(JavaClass from) {
        var row = LAYERS.row(from.getName());
        if (row.isEmpty()) {
            return Stream.of();
        }
        var own = row.get().name();
        return from.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .flatMap(target -> Layers.shortPackage(target.getName()).stream())
                .filter(target -> !target.equals(own) && !row.get().mayLeanOn(target))
                .map(target -> own + " on " + target + " (" + from.getName() + ")");
    }

    private static Stream<String> strayLibraries(JavaClass from) {
        var module = from.getPackageName().split("\\.", 4)[2];
        var allowed = LAYERS.libraries().getOrDefault(module, List.of());
        return from.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(target -> !target.isPrimitive())
                .map(JavaClass::getName)
                .filter(name -> !isOrdinary(name))
                .filter(name -> allowed.stream().noneMatch(root -> name.startsWith(root + ".")))
                .map(name -> from.getName() + " uses " + name);
    }

    /// The JDK's public face, ourselves, and the annotations that only the compiler reads.
    private static boolean isOrdinary(String name) {
        return name.startsWith("java.")
                || name.startsWith("javax.")
                || name.startsWith("dev.keyline.")
                || name.startsWith("org.jspecify.annotations.");
    }

    private static Stream<String> offences(JavaClass suspect) {
        return LAYERS.row(suspect.getName()).stream()
                .flatMap(row -> new Purity(row.touches()).offences(suspect).stream());
    }

    /// Packages that hold a class, by their source: stale class files do not count.
    private static List<String> packages() {
        return REPOSITORY.mainJavaFiles().stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .map(REPOSITORY::relative)
                .map(file -> file.substring(file.indexOf("/src/main/java/") + 15))
                .map(file -> file.replace('/', '.'))
                .map(file -> file.substring(0, file.length() - ".java".length()))
                .flatMap(name -> Layers.shortPackage(name).stream())
                .distinct()
                .toList();
    }

    private static JavaClasses classes() {
        var folders =
                REPOSITORY.modules().stream()
                        .map(module -> module.resolve("target/classes"))
                        .filter(Files::isDirectory)
                        .toArray(Path[]::new);
        var classes = new ClassFileImporter().importPaths(folders);
        if (classes.size() < 100) {
            throw new IllegalStateException(
                    "only " + classes.size() + " classes: build all modules first (./check)");
        }
        return classes;
    }
}

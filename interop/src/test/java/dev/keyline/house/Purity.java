package dev.keyline.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.keyline.house.Layers.Touch;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a class does that the world outside could notice, or that two runs would do differently.
record Purity(Touch allowed) {

    private static final Pattern FILES =
            Pattern.compile(
                    "java\\.nio\\.file\\..*|java\\.nio\\.channels\\.FileChannel|"
                            + "java\\.io\\.(File.*|RandomAccessFile)");

    private static final Pattern WORLD =
            Pattern.compile(
                    "java\\.net\\..*|java\\.nio\\.channels\\..*|java\\.io\\.Console|"
                            + "java\\.util\\.concurrent\\..*|java\\.util\\.Timer.*|"
                            + "java\\.lang\\.(Thread|Process|Runtime$|ScopedValue).*|"
                            + "java\\.lang\\.foreign\\..*");

    /// Name a unit of time, or turn texts into texts, and do nothing.
    private static final Set<String> HARMLESS =
            Set.of("java.util.concurrent.TimeUnit", "java.net.URLEncoder", "java.net.URLDecoder");

    /// Whoever touches files is asked from outside the loop, so what it keeps may be shared.
    private static final Set<String> SHARED =
            Set.of(
                    "java.util.concurrent.ConcurrentHashMap",
                    "java.util.concurrent.atomic.AtomicReference");

    /// Calls that read a clock, ask the machine or throw dice.
    private static final Pattern CALLS =
            Pattern.compile(
                    "java\\.lang\\.System\\.(nanoTime|currentTimeMillis|getenv|getProperty|console)|"
                            + "java\\.time\\..*\\.now|java\\.time\\.Clock\\.(system|tick).*|"
                            + "java\\.time\\.ZoneId\\.systemDefault|java\\.util\\.TimeZone\\.getDefault|"
                            + "java\\.lang\\.(Strict)?Math\\.random|java\\.util\\.UUID\\.randomUUID|"
                            + "java\\.util\\.random\\.RandomGenerator\\.(of|getDefault)|"
                            + "java\\.util\\.random\\.RandomGeneratorFactory\\..*|"
                            + "java\\.security\\.SecureRandom\\.(<init>|getInstance.*|getSeed)");

    /// Generators that are fine with a seed and not without.
    private static final Set<String> SEEDED =
            Set.of("java.util.Random", "java.util.SplittableRandom");

    /// Every offence of a class, in words.
    List<String> offences(JavaClass suspect) {
        if (allowed == Touch.WORLD) {
            return List.of();
        }
        var uses =
                suspect.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .map(JavaClass::getFullName)
                        .filter(this::isForbidden)
                        .map(name -> "uses " + name);
        return Stream.of(uses, calls(suspect), locks(suspect))
                .flatMap(found -> found)
                .distinct()
                .map(what -> suspect.getName() + " " + what)
                .sorted()
                .toList();
    }

    private boolean isForbidden(String name) {
        if (HARMLESS.contains(name)) {
            return false;
        }
        if (FILES.matcher(name).matches() || SHARED.contains(name)) {
            return allowed != Touch.FILES;
        }
        return WORLD.matcher(name).matches();
    }

    private static Stream<String> calls(JavaClass suspect) {
        var called =
                suspect.getCodeUnitAccessesFromSelf().stream()
                        .map(access -> access.getTarget())
                        .map(
                                target ->
                                        new Call(
                                                target.getOwner().getFullName(),
                                                target.getName(),
                                                target.getRawParameterTypes().isEmpty()));
        return called.filter(Call::isForbidden).map(call -> "calls " + call.name());
    }

    private static Stream<String> locks(JavaClass suspect) {
        return suspect.getCodeUnits().stream()
                .filter(unit -> unit.getModifiers().contains(JavaModifier.SYNCHRONIZED))
                .map(JavaCodeUnit::getName)
                .map(name -> "locks in " + name);
    }

    private record Call(String owner, String method, boolean bare) {
        String name() {
            return owner + "." + method;
        }

        boolean isForbidden() {
            boolean unseeded = bare && method.equals("<init>") && SEEDED.contains(owner);
            return unseeded || CALLS.matcher(name()).matches();
        }
    }
}

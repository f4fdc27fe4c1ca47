package dev.keyline.house;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// What stands in Java files, read by the compiler's own parser: a rule that looks at lines trips
/// over every string and comment.
record Sources(List<Spot> methods, List<Spot> emptyCatches, List<Spot> prints) {

    /// A place in a file.
    ///
    /// @param lines how many lines the thing there covers, from 1
    record Spot(Path file, long line, String name, long lines) {}

    private static final Set<String> STREAMS = Set.of("System.out", "System.err");

    static Sources parse(List<Path> files) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var units = manager.getJavaFileObjectsFromPaths(files);
            var task = (JavacTask) compiler.getTask(null, manager, null, null, null, units);
            var found = new Finder(Trees.instance(task).getSourcePositions());
            task.parse().forEach(unit -> found.read(unit));
            return found.sources;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static final class Finder extends TreeScanner<@Nullable Void, CompilationUnitTree> {
        final Sources sources =
                new Sources(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        private final SourcePositions positions;

        Finder(SourcePositions positions) {
            this.positions = positions;
        }

        void read(CompilationUnitTree unit) {
            scan(unit, unit);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, CompilationUnitTree unit) {
            sources.methods().add(spot(method, method.getName().toString(), unit));
            return super.visitMethod(method, unit);
        }

        @Override
        public @Nullable Void visitCatch(CatchTree clause, CompilationUnitTree unit) {
            if (clause.getBlock().getStatements().isEmpty()) {
                var caught = clause.getParameter().getType();
                sources.emptyCatches().add(spot(clause, String.valueOf(caught), unit));
            }
            return super.visitCatch(clause, unit);
        }

        @Override
        public @Nullable Void visitMemberSelect(
                MemberSelectTree selection, CompilationUnitTree unit) {
            ExpressionTree whole = selection;
            if (STREAMS.contains(whole.toString())) {
                sources.prints().add(spot(selection, whole.toString(), unit));
            }
            return super.visitMemberSelect(selection, unit);
        }

        private Spot spot(Tree tree, String name, CompilationUnitTree unit) {
            var lines = unit.getLineMap();
            long first = lines.getLineNumber(positions.getStartPosition(unit, tree));
            long last = lines.getLineNumber(positions.getEndPosition(unit, tree));
            var file = Path.of(unit.getSourceFile().toUri());
            return new Spot(file, first, name, last - first + 1);
        }
    }
}

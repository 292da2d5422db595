package io.github.amlmaven.environment;

import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What a <a href="https://docs.docker.com/build/concepts/context/#dockerignore-files">{@code .dockerignore}</a> leaves out of a build context.
 * The last pattern that covers a path decides; a file of a folder that is left out can be taken in again.
 */
final class DockerIgnore {
    private static final String NAME = ".dockerignore";

    /** How many characters are compared at most, each with each of a pattern; beyond that nothing is said. Nobody comes near it. */
    private static final long MOST = 1L << 28;

    /** A line: the pattern, where it stands, and whether it takes in again. */
    private record Line(Token written, ContextPattern pattern, boolean takesIn) {}

    /** From the last to the first. */
    private final List<Line> lines;

    private final EnvironmentFiles files;
    private long left = MOST;

    private DockerIgnore(EnvironmentFiles files, List<Line> lines) {
        this.files = files;
        this.lines = lines;
    }

    /** Leaves nothing out. */
    static DockerIgnore none(EnvironmentFiles files) {
        return new DockerIgnore(files, List.of());
    }

    /**
     * Reads the ignore file in the root of a build context. Beside a {@code <Dockerfile>.dockerignore} it counts as none: BuildKit reads that one
     * alone, and the builder of Docker's that Azure ML still ran in 2025 does not know it (<a
     * href="https://github.com/Azure/azure-sdk-for-python/issues/39764">log of a build</a>).
     *
     * @param files where a malformed pattern is reported, which fails the build
     * @param context the root
     * @param dockerfile the Dockerfile
     */
    static DockerIgnore of(EnvironmentFiles files, TreePath context, TreePath dockerfile) throws IOException {
        if (files.find(dockerfile.parent().child(dockerfile.name() + NAME)).isPresent()) {
            return none(files);
        }
        Optional<TreeEntry> file = files.find(context.child(NAME)).filter(TreeEntry::isFile);
        Optional<SourceText> text = file.isPresent() ? files.script(file.get()) : Optional.empty();
        return new DockerIgnore(files, text.isPresent() ? lines(files, text.get()) : List.of());
    }

    private static List<Line> lines(EnvironmentFiles files, SourceText source) {
        List<Line> lines = new ArrayList<>();
        String text = source.text();
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            String line = text.substring(start, end);
            String pattern = line.strip();
            if (!pattern.isEmpty() && !line.startsWith("#")) {
                Token written = new Token(pattern, source.at(start + line.indexOf(pattern)));
                line(files, written).ifPresent(lines::add);
            }
            start = end + 1;
        }
        Collections.reverse(lines);
        return lines;
    }

    private static Optional<Line> line(EnvironmentFiles files, Token written) {
        boolean takesIn = written.text().startsWith("!");
        String pattern = takesIn ? written.text().substring(1).strip() : written.text();
        try {
            if (takesIn && pattern.replace("/", "").isEmpty()) {
                throw new GrammarException("Nothing follows the exclamation mark");
            }
            return Optional.of(new Line(written, ContextPattern.of(pattern), takesIn));
        } catch (GrammarException e) {
            files.unreadable(written.location(), written.text(), e.reason());
            return Optional.empty();
        }
    }

    /**
     * The pattern that leaves something out.
     *
     * @param path its path in the build context
     * @param entry what is there
     * @return the last pattern that covers it; nothing when it is sent, or when something in it is
     */
    Optional<Token> leavingOut(String path, TreeEntry entry) throws IOException {
        Optional<Token> pattern = leavingOut(path);
        if (pattern.isEmpty()
                || entry.kind() != TreeEntry.Kind.FOLDER
                || lines.stream().noneMatch(Line::takesIn)) {
            return pattern;
        }
        Deque<Inner> folders = new ArrayDeque<>();
        folders.add(new Inner(path, entry));
        while (!folders.isEmpty()) {
            Inner folder = folders.remove();
            for (TreeEntry child : files.children(folder.entry().path())) {
                Inner inner = new Inner(folder.path() + "/" + child.path().name(), child);
                if (leavingOut(inner.path()).isEmpty()) {
                    return Optional.empty();
                }
                if (child.kind() == TreeEntry.Kind.FOLDER) {
                    folders.add(inner);
                }
            }
        }
        return pattern;
    }

    private record Inner(String path, TreeEntry entry) {}

    private Optional<Token> leavingOut(String path) {
        for (Line line : lines) {
            left -= (line.written().text().length() + 1L) * (path.length() + 1L);
            if (left < 0) {
                return Optional.empty();
            }
            if (line.pattern().covers(path)) {
                return line.takesIn() ? Optional.empty() : Optional.of(line.written());
            }
        }
        return Optional.empty();
    }
}

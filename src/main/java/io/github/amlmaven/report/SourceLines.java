package io.github.amlmaven.report;

import io.github.amlmaven.document.Location;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The lines that findings stand in. Of a file with a secret there are none, since a line that is shown for one finding may have the secret
 * of another.
 */
public final class SourceLines {

    /** Nobody reads a definition, or a list of requirements, that is longer. */
    private static final int MOST_BYTES = 1 << 20;

    /** The part of a rule's id that tells that it is about secrets. */
    private static final String SECRET = "secret/";

    private final FileTree tree;
    private final Set<TreePath> secretive;
    private final Map<TreePath, List<String>> files = new HashMap<>();

    private SourceLines(FileTree tree, Set<TreePath> secretive) {
        this.tree = tree;
        this.secretive = secretive;
    }

    /**
     * The lines of a tree.
     *
     * @param tree what the findings are about
     * @param findings all of them, those about secrets above all
     * @return the lines
     */
    public static SourceLines of(FileTree tree, List<Finding> findings) {
        return new SourceLines(
                tree,
                findings.stream()
                        .filter(finding -> finding.rule().startsWith(SECRET))
                        .map(finding -> finding.location().path())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** The line at a place; nothing when there is none to show. */
    Optional<String> at(Location location) throws IOException {
        if (secretive.contains(location.path())) {
            return Optional.empty();
        }
        List<String> lines = files.get(location.path());
        if (lines == null) {
            lines = read(location.path());
            files.put(location.path(), lines);
        }
        return location.line() <= lines.size() ? Optional.of(lines.get(location.line() - 1)) : Optional.empty();
    }

    private List<String> read(TreePath path) throws IOException {
        Optional<TreeEntry> file = tree.find(path).filter(TreeEntry::isFile);
        if (file.isEmpty() || tree.isPointer(file.get()) || tree.size(file.get()) > MOST_BYTES) {
            return List.of();
        }
        try (InputStream in = tree.open(file.get())) {
            String text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            return text.indexOf('\0') < 0 ? text.lines().toList() : List.of();
        }
    }
}

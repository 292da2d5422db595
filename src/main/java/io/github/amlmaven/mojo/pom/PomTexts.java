package io.github.amlmaven.mojo.pom;

import io.github.amlmaven.document.Location;
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
import org.apache.maven.model.InputLocation;
import org.jspecify.annotations.Nullable;

/** Finds the texts of poms. Maven 3 says where an element's content begins, and Maven 4 where its tag does. */
final class PomTexts {
    /** No pom that people write is longer. */
    private static final int MOST_BYTES = 1 << 24;

    private final FileTree tree;
    private final Map<TreePath, List<String>> lines = new HashMap<>();

    PomTexts(FileTree tree) {
        this.tree = tree;
    }

    /**
     * A text of a pom.
     *
     * @param pom the pom
     * @param place where Maven says that it is, if it does
     * @param text the text
     * @return the text, at the beginning of the file when it is not where Maven says
     * @throws IOException when the pom cannot be read
     */
    Written token(TreePath pom, @Nullable InputLocation place, String text) throws IOException {
        String content = text.trim();
        if (place == null || place.getLineNumber() < 1) {
            return new Written(content, Location.startOf(pom));
        }
        List<String> all = lines(pom);
        int column = Math.max(place.getColumnNumber() - 1, 0);
        for (int at = place.getLineNumber() - 1; at < all.size(); at++) {
            String line = all.get(at);
            int found = line.indexOf(content, Math.min(column, line.length()));
            if (found >= 0) {
                return new Written(content, new Location(pom, at + 1, line.codePointCount(0, found) + 1));
            }
            if (line.indexOf("</", Math.min(column, line.length())) >= 0) {
                break;
            }
            column = 0;
        }
        return new Written(content, new Location(pom, place.getLineNumber(), 1));
    }

    private List<String> lines(TreePath pom) throws IOException {
        List<String> known = lines.get(pom);
        if (known == null) {
            known = read(pom);
            lines.put(pom, known);
        }
        return known;
    }

    private List<String> read(TreePath pom) throws IOException {
        Optional<TreeEntry> file = tree.find(pom).filter(TreeEntry::isFile);
        if (file.isEmpty()) {
            return List.of();
        }
        try (InputStream in = tree.open(file.get())) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}

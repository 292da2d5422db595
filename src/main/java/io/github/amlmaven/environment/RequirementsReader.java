package io.github.amlmaven.environment;

import io.github.amlmaven.document.Location;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Follows the includes of requirements files. Each file is read once, however many lead to it. */
final class RequirementsReader {
    /** Deeper chains of includes are refused: nobody writes them, and each link costs stack. */
    private static final int MAX_DEPTH = 50;

    private static final Pattern URL = Pattern.compile("(?:https?|file|ftp):.*", Pattern.CASE_INSENSITIVE);

    private final EnvironmentFiles files;
    private final Map<TreePath, RequirementsFile> known = new HashMap<>();
    private final List<TreePath> order = new ArrayList<>();
    private final Deque<TreePath> open = new ArrayDeque<>();

    RequirementsReader(EnvironmentFiles files) {
        this.files = files;
    }

    /** Every file that was read, in the order of first mention. */
    List<RequirementsFile> read() {
        return order.stream().map(known::get).toList();
    }

    /** Whether a text is no path. */
    static boolean isUrl(String text) {
        return URL.matcher(text).matches();
    }

    /** The same lines, their includes followed from a folder. */
    List<PipLine> follow(List<PipLine> lines, TreePath folder) throws IOException {
        List<PipLine> followed = new ArrayList<>();
        for (PipLine line : lines) {
            if (line instanceof PipLine.Include include
                    && !isUrl(include.source().text())) {
                Optional<TreeEntry> file = files.require(folder, include.source());
                followed.add(file.isPresent() ? follow(include, file.get()) : include);
            } else {
                followed.add(line);
            }
        }
        return followed;
    }

    /** The same include, leading to a file. */
    PipLine.Include follow(PipLine.Include include, TreeEntry file) throws IOException {
        read(file, include.constraints(), include.source());
        return new PipLine.Include(
                include.written(), include.source(), include.constraints(), Optional.of(file.path()));
    }

    private void read(TreeEntry file, boolean constraints, Token from) throws IOException {
        if (open.contains(file.path()) || open.size() == MAX_DEPTH) {
            files.report(new EnvironmentProblem(
                    "environment/include-cycle",
                    from.location(),
                    from.text(),
                    "The includes never end: " + String.join(" -> ", names()) + " -> " + file.path() + ".",
                    "Remove the include that leads back to a file that is being read."));
            return;
        }
        RequirementsFile before = known.get(file.path());
        if (before != null && (constraints || !before.constraints())) {
            return;
        }
        if (before == null) {
            order.add(file.path());
        }
        Location includedAt = before == null ? from.location() : before.includedAt();
        known.put(file.path(), new RequirementsFile(file.path(), constraints, includedAt, List.of()));
        Optional<SourceText> text = files.list(file);
        if (text.isPresent()) {
            open.addLast(file.path());
            List<PipLine> lines =
                    follow(PipGrammar.read(text.get()), file.path().parent());
            open.removeLast();
            known.put(file.path(), new RequirementsFile(file.path(), constraints, includedAt, lines));
        }
    }

    private List<String> names() {
        return open.stream().map(TreePath::value).toList();
    }
}

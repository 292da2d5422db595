package io.github.amlmaven.gate.exemption;

import io.github.amlmaven.document.Document;
import io.github.amlmaven.document.Location;
import io.github.amlmaven.document.UnreadableDocumentException;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.Followed;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The exemptions of a repository: the file {@value #FILE} at its top, a list of mappings with {@code rule}, {@code path} or {@code
 * reference}, {@code reason}, {@code owner} and {@code expires}. No file is the same as an empty one.
 */
public final class Exemptions {
    /** Where they are, from the repository's top. */
    public static final String FILE = ".aml/exemptions.yml";

    /** Thousands of exemptions; whoever has more has no gate. */
    private static final long MAX_BYTES = 1L << 20;

    private final List<ExemptionEntry> entries;
    private final List<Finding> problems;

    Exemptions(List<ExemptionEntry> entries, List<Finding> problems) {
        this.entries = List.copyOf(entries);
        this.problems = List.copyOf(problems);
    }

    /**
     * Reads them. What is wrong with the file or an entry is no exception but a finding of {@link #apply}.
     *
     * @param tree a tree of the whole repository
     * @param rules the ids of all rules
     * @return the exemptions
     * @throws IOException when the tree cannot be read
     */
    public static Exemptions read(FileTree tree, Collection<String> rules) throws IOException {
        TreePath path = TreePath.of(FILE);
        Optional<TreeEntry> file = Followed.of(tree, path).entry().filter(TreeEntry::isFile);
        if (file.isEmpty()) {
            return new Exemptions(List.of(), List.of());
        }
        if (tree.size(file.get()) > MAX_BYTES) {
            return unreadable(Location.startOf(path), "The file has more than " + MAX_BYTES + " bytes.");
        }
        try (InputStream in = tree.open(file.get())) {
            return ExemptionReader.read(Document.read(path, in), rules);
        } catch (UnreadableDocumentException e) {
            return unreadable(e.location(), e.getMessage());
        }
    }

    private static Exemptions unreadable(Location location, String reason) {
        Finding finding = ExemptionRule.MALFORMED.finding(
                location, location.path().name(), reason, "Mend the file: until then it exempts nothing.");
        return new Exemptions(List.of(), List.of(finding));
    }

    /**
     * Takes out of some findings what is exempted, and adds what is wrong with the exemptions. Which exemptions are over depends on the day;
     * nothing else does.
     *
     * @param findings what the gate found
     * @param today the day of the build
     * @param judged a folder of which everything was judged, so that an exemption about a file there is unused when it covers no finding;
     *     absent when some module was left out
     * @return what stands
     */
    public Judged apply(Collection<Finding> findings, LocalDate today, Optional<TreePath> judged) {
        List<ExemptionEntry> valid = entries.stream()
                .filter(entry -> !entry.exemption().isOver(today))
                .toList();
        List<ExemptionEntry> used = valid.stream()
                .filter(entry -> findings.stream().anyMatch(entry.exemption()::covers))
                .toList();
        List<Finding> standing = new ArrayList<>(problems);
        findings.stream()
                .filter(finding ->
                        valid.stream().noneMatch(entry -> entry.exemption().covers(finding)))
                .forEach(standing::add);
        entries.stream()
                .filter(entry -> entry.exemption().isOver(today))
                .map(ExemptionEntry::expired)
                .forEach(standing::add);
        valid.stream()
                .filter(entry -> !used.contains(entry))
                .filter(entry -> judged.map(entry.exemption()::isAbout).orElse(false))
                .map(ExemptionEntry::unused)
                .forEach(standing::add);
        return new Judged(
                standing.stream().sorted().toList(),
                used.stream().map(ExemptionEntry::exemption).toList());
    }
}

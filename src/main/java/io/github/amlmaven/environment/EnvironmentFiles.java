package io.github.amlmaven.environment;

import io.github.amlmaven.document.Document;
import io.github.amlmaven.document.Location;
import io.github.amlmaven.document.UnreadableDocumentException;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.Followed;
import io.github.amlmaven.tree.OutsideTreeException;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The files that one environment leads to, and what was found on the way to and in them. */
final class EnvironmentFiles {
    /** Nobody writes a list of requirements that is longer; a lock file with hashes has some hundred kilobytes. */
    private static final int MAX_BYTES = 4 << 20;

    private static final String TOO_LONG = "The file has more than " + MAX_BYTES + " bytes";

    private final FileTree tree;
    private final Set<TreeEntry> read = new LinkedHashSet<>();
    private final List<EnvironmentProblem> problems = new ArrayList<>();
    private final Set<Secret> secrets = new LinkedHashSet<>();

    EnvironmentFiles(FileTree tree) {
        this.tree = tree;
    }

    List<TreeEntry> read() {
        return List.copyOf(read);
    }

    List<EnvironmentProblem> problems() {
        return problems;
    }

    List<Secret> secrets() {
        return List.copyOf(secrets);
    }

    void report(EnvironmentProblem problem) {
        problems.add(problem);
    }

    void report(List<Secret> found) {
        secrets.addAll(found);
    }

    /** What a path leads to, links followed; nothing when there is nothing. */
    Optional<TreeEntry> find(TreePath path) throws IOException {
        Followed followed = Followed.of(tree, path);
        if (followed.entry().isPresent()) {
            read.addAll(followed.links());
        }
        return followed.entry();
    }

    /** What a folder holds. */
    List<TreeEntry> children(TreePath folder) throws IOException {
        return tree.children(folder);
    }

    /** What a relative reference leads to, by itself or with slashes for the backslashes that Windows allows. */
    Optional<TreeEntry> find(TreePath folder, String reference) throws IOException, OutsideTreeException {
        String path = reference.startsWith("file:") ? reference.substring("file:".length()) : reference;
        Optional<TreeEntry> found = find(folder.resolve(path));
        return found.isEmpty() && path.indexOf('\\') >= 0 ? find(folder.resolve(path.replace('\\', '/'))) : found;
    }

    /** The same for a reference that has to lead to a file; what is wrong with it becomes a problem. */
    Optional<TreeEntry> require(TreePath folder, Token reference) throws IOException {
        try {
            Optional<TreeEntry> found = find(folder, reference.text()).filter(TreeEntry::isFile);
            if (found.isEmpty()) {
                missing(reference);
            }
            return found;
        } catch (OutsideTreeException e) {
            report(new EnvironmentProblem(
                    "environment/outside",
                    reference.location(),
                    reference.text(),
                    "The file lies outside the repository, so no commit holds it.",
                    "Move it into the repository and refer to it by a relative path."));
            return Optional.empty();
        }
    }

    void missing(Token reference) {
        report(new EnvironmentProblem(
                "environment/missing-file",
                reference.location(),
                reference.text(),
                "There is no such file in the repository.",
                "Commit the file, or correct the path."));
    }

    /** How bytes become text. */
    private interface Encoding {
        String decode(byte[] bytes) throws GrammarException, FileText.UndecodableException;
    }

    /** The text of a list that pip or conda reads, which then counts as read; nothing when it is none, which becomes a problem. */
    Optional<SourceText> list(TreeEntry file) throws IOException {
        return text(file, FileText::pip);
    }

    /** The same for a Dockerfile. */
    Optional<SourceText> dockerfile(TreeEntry file) throws IOException {
        return text(file, FileText::docker);
    }

    /** The text of a shell script or an ignore file; nothing when it carries more, as an installer does, or is longer than anybody writes. */
    Optional<SourceText> script(TreeEntry file) throws IOException {
        read.add(file);
        byte[] bytes;
        try (InputStream in = tree.open(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return bytes.length > MAX_BYTES || text.indexOf('\0') >= 0
                ? Optional.empty()
                : Optional.of(SourceText.ofFile(file.path(), text));
    }

    private Optional<SourceText> text(TreeEntry file, Encoding encoding) throws IOException {
        read.add(file);
        byte[] bytes;
        try (InputStream in = tree.open(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        }
        try {
            if (bytes.length > MAX_BYTES) {
                throw new GrammarException(TOO_LONG);
            }
            SourceText text = SourceText.ofFile(file.path(), encoding.decode(bytes));
            report(UrlSecrets.in(text));
            return Optional.of(text);
        } catch (FileText.UndecodableException e) {
            SourceText before = SourceText.ofFile(file.path(), e.before());
            unreadable(before.at(e.before().length()), file.path().name(), e.reason());
            return Optional.empty();
        } catch (GrammarException e) {
            unreadable(Location.startOf(file.path()), file.path().name(), e.reason());
            return Optional.empty();
        }
    }

    /** The content of a YAML file, which then counts as read; nothing when it is longer than any list, which becomes a problem. */
    Optional<Document> document(TreeEntry file) throws IOException, UnreadableDocumentException {
        read.add(file);
        if (tree.size(file) > MAX_BYTES) {
            unreadable(Location.startOf(file.path()), file.path().name(), TOO_LONG);
            return Optional.empty();
        }
        return Optional.of(Document.read(tree, file));
    }

    void unreadable(Location location, String found, String reason) {
        report(new EnvironmentProblem(
                "environment/unreadable",
                location,
                found,
                reason + (reason.endsWith(".") ? "" : "."),
                "Mend the file: what builds the environment would refuse it, too."));
    }
}

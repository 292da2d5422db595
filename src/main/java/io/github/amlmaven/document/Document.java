package io.github.amlmaven.document;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalInt;

/** One YAML or JSON file, read without loss. */
public final class Document {
    private final TreePath path;
    private final Node root;

    /** Where everything stands, when it is a text of another file. */
    private final Optional<Location> everything;

    Document(TreePath path, Node root) {
        this(path, root, Optional.empty());
    }

    private Document(TreePath path, Node root, Optional<Location> everything) {
        this.path = path;
        this.root = root;
        this.everything = everything;
    }

    /**
     * Reads a file: as JSON when its name ends in {@code .json}, else as YAML.
     *
     * <p>YAML is understood as PyYAML's {@code safe_load} does, which the Azure ML client reads with: {@code 1e-8} is text, {@code 017} is
     * fifteen, {@code on} is true, {@code <<} merges. A number keeps its exact text when that is a JSON number, else it becomes its exact
     * decimal value. A scalar without a JSON type (a date, {@code .inf}) becomes its source text, and so does every key. A set becomes a
     * mapping, an {@code !!omap} a sequence of mappings with one key each.
     *
     * <p>What PyYAML would drop or could not hold is refused: duplicate keys, aliases that contain themselves, half a surrogate pair. So is
     * what asks for too much: files of more than 64 MiB, more than four million values or 64 Mi characters once aliases are written out,
     * more than two hundred levels.
     *
     * @param path where the file is
     * @param in its bytes, in UTF-8, or in UTF-16 with a byte order mark; not closed, and never read far beyond the limit
     * @return the document; its root is a null node when the file is empty or holds comments alone
     * @throws UnreadableDocumentException when it is no document, or one that is refused
     * @throws IOException when the bytes cannot be read
     */
    public static Document read(TreePath path, InputStream in) throws IOException, UnreadableDocumentException {
        return read(path, in, Limits.DEFAULT);
    }

    /**
     * Reads a file of a tree; one that is too long is not even opened.
     *
     * @param tree the tree
     * @param file the file
     * @return its content
     * @throws UnreadableDocumentException when it is no YAML or JSON, or too much of it
     * @throws IOException when the tree cannot be read
     */
    public static Document read(FileTree tree, TreeEntry file) throws IOException, UnreadableDocumentException {
        if (isTooLong(tree, file)) {
            throw SourceText.tooLong(file.path(), Limits.DEFAULT);
        }
        try (InputStream in = tree.open(file)) {
            return read(file.path(), in);
        }
    }

    /**
     * Whether a file is longer than any that is read.
     *
     * @param tree the tree that has it
     * @param file the file
     * @return whether {@link #read(FileTree, TreeEntry)} would refuse it unopened
     * @throws IOException when the tree cannot be read
     */
    public static boolean isTooLong(FileTree tree, TreeEntry file) throws IOException {
        return tree.size(file) > Limits.DEFAULT.bytes();
    }

    /**
     * Reads YAML that stands as a text in another file. What is in it has no places of its own: all of it stands where the text begins.
     *
     * @param location where that is
     * @param text the YAML
     * @return its content
     * @throws UnreadableDocumentException when it is no YAML, or too much of it; with the same place
     */
    public static Document read(Location location, String text) throws UnreadableDocumentException {
        try {
            return new Document(
                    location.path(), YamlReader.read(location.path(), text, Limits.DEFAULT), Optional.of(location));
        } catch (UnreadableDocumentException e) {
            throw new UnreadableDocumentException(location, e.getMessage());
        }
    }

    /**
     * The text of a file that {@link #read(FileTree, TreeEntry)} would read: in the same encoding, without a byte order mark.
     *
     * @param tree the tree that has it
     * @param file the file
     * @return its text
     * @throws UnreadableDocumentException when it is in another encoding, or too long
     * @throws IOException when the tree cannot be read
     */
    public static String text(FileTree tree, TreeEntry file) throws IOException, UnreadableDocumentException {
        try (InputStream in = tree.open(file)) {
            return SourceText.read(file.path(), in, Limits.DEFAULT);
        }
    }

    static Document read(TreePath path, InputStream in, Limits limits) throws IOException, UnreadableDocumentException {
        String text = SourceText.read(path, in, limits);
        boolean json = path.name().endsWith(".json");
        return new Document(path, json ? JsonReader.read(path, text, limits) : YamlReader.read(path, text, limits));
    }

    /**
     * Where the file is.
     *
     * @return its path
     */
    public TreePath path() {
        return path;
    }

    /**
     * The content.
     *
     * @return a tree to look at, not to change: parts that the file repeats by alias are one and the same node
     */
    public JsonNode root() {
        return root.json();
    }

    /**
     * Where a value begins. A value that came by alias or merge begins where it is written, not where it is used: that is the text to edit.
     *
     * @param pointer a pointer from the root
     * @return its place, or that of its nearest ancestor that exists
     */
    public Location at(JsonPointer pointer) {
        Node node = root;
        for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
            Optional<Node> child = node.child(rest);
            if (child.isEmpty()) {
                break;
            }
            node = child.get();
        }
        return everything.orElse(new Location(path, node.line(), node.column()));
    }

    /**
     * Where the text of a value begins: behind a quote, if it has one.
     *
     * @param pointer a pointer from the root
     * @return the place of its first character, or that of the value when {@link #isVerbatim} says no
     */
    public Location textAt(JsonPointer pointer) {
        Location start = at(pointer);
        return everything.orElse(
                new Location(path, start.line(), start.column() + lead(pointer).orElse(0)));
    }

    /**
     * Whether the characters of a text stand in the file as they are, one after the other on one line.
     *
     * @param pointer a pointer from the root
     * @return false when escapes or line ends are in it, or when this cannot be told
     */
    public boolean isVerbatim(JsonPointer pointer) {
        return everything.isEmpty() && lead(pointer).isPresent();
    }

    private OptionalInt lead(JsonPointer pointer) {
        Optional<Node> node = Optional.of(root);
        for (JsonPointer rest = pointer; !rest.matches() && node.isPresent(); rest = rest.tail()) {
            node = node.get().child(rest);
        }
        return node.isPresent() && node.get() instanceof Node.Scalar scalar ? scalar.lead() : OptionalInt.empty();
    }

    /**
     * Where the key of a value begins.
     *
     * @param pointer a pointer from the root to the value
     * @return the key's place, or that of the value when it has no key
     */
    public Location keyOf(JsonPointer pointer) {
        Node node = root;
        for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
            if (rest.tail().matches()
                    && node instanceof Node.Mapping mapping
                    && mapping.member(rest).isPresent()) {
                Node.Member member = mapping.member(rest).get();
                return everything.orElse(new Location(path, member.line(), member.column()));
            }
            Optional<Node> child = node.child(rest);
            if (child.isEmpty()) {
                break;
            }
            node = child.get();
        }
        return everything.orElse(new Location(path, node.line(), node.column()));
    }

    /** The root with its type and place. */
    Node node() {
        return root;
    }
}

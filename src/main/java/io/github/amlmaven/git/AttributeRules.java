package io.github.amlmaven.git;

import io.github.amlmaven.tree.TreePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.attributes.Attribute;
import org.eclipse.jgit.attributes.Attribute.State;
import org.eclipse.jgit.attributes.AttributesNode;
import org.eclipse.jgit.attributes.AttributesRule;

/**
 * The attributes of paths when they are added, see gitattributes(5): {@code info/attributes}, the {@code .gitattributes} of the path's own
 * folder and of those above, the user's and the system's. JGit reads and matches the rules; its own merging of them needs a walk over the
 * whole tree. Safe for several threads.
 */
final class AttributeRules {
    private static final String NAME = ".gitattributes";
    private static final String MACRO = "[attr]";

    /** Git reads no longer one either. */
    private static final long LARGEST = 100L << 20;

    private static final AttributesNode NONE = new AttributesNode();

    private final DiskPaths paths;
    private final IndexFolder index;
    private final ObjectStore store;
    private final AttributesNode ofClone;
    private final List<AttributesNode> outside;
    private final Map<String, List<Attribute>> macros = new HashMap<>();
    private final Map<String, AttributesNode> folders = new ConcurrentHashMap<>();

    AttributeRules(Layout layout, IndexFolder index, ObjectStore store, List<Path> outside) throws IOException {
        this.paths = new DiskPaths(layout.workTree());
        this.index = index;
        this.store = store;
        this.ofClone = read(layout.commonDir().resolve("info").resolve("attributes"));
        this.outside = new ArrayList<>();
        for (Path file : outside) {
            this.outside.add(read(layout.workTree().resolve(file)));
        }
        macros.put("binary", new AttributesRule(MACRO + "binary", "-diff -merge -text").getAttributes());
        for (int i = this.outside.size() - 1; i >= 0; i--) {
            define(this.outside.get(i));
        }
        define(folder(""));
        define(ofClone);
    }

    private void define(AttributesNode list) {
        for (AttributesRule rule : list.getRules()) {
            if (rule.getPattern().startsWith(MACRO)) {
                macros.put(rule.getPattern().substring(MACRO.length()).trim(), rule.getAttributes());
            }
        }
    }

    /** What is said of a file: {@code true}, {@code false}, or a value; an attribute of which nothing is said is absent. */
    Map<String, String> of(String path) throws IOException {
        Map<String, Attribute> found = new HashMap<>();
        merge(ofClone, path, found);
        for (int slash = path.lastIndexOf('/'); ; slash = path.lastIndexOf('/', slash - 1)) {
            merge(folder(path.substring(0, slash + 1)), path.substring(slash + 1), found);
            if (slash < 0) {
                break;
            }
        }
        for (AttributesNode list : outside) {
            merge(list, path, found);
        }
        Map<String, String> values = new HashMap<>();
        found.forEach((name, attribute) -> {
            switch (attribute.getState()) {
                case SET -> values.put(name, "true");
                case UNSET -> values.put(name, "false");
                case CUSTOM -> values.put(name, String.valueOf(attribute.getValue()));
                case UNSPECIFIED -> {}
            }
        });
        return values;
    }

    private void merge(AttributesNode list, String path, Map<String, Attribute> found) {
        List<AttributesRule> rules = list.getRules();
        for (int i = rules.size() - 1; i >= 0; i--) {
            AttributesRule rule = rules.get(i);
            if (!rule.getPattern().startsWith(MACRO) && rule.isMatch(path, false)) {
                List<Attribute> attributes = rule.getAttributes();
                for (int j = attributes.size() - 1; j >= 0; j--) {
                    take(attributes.get(j), found);
                }
            }
        }
    }

    /** The first one counts; a macro that is set brings others. */
    private void take(Attribute attribute, Map<String, Attribute> found) {
        if (found.putIfAbsent(attribute.getKey(), attribute) == null && attribute.getState() == State.SET) {
            List<Attribute> brought = macros.getOrDefault(attribute.getKey(), List.of());
            for (int i = brought.size() - 1; i >= 0; i--) {
                take(brought.get(i), found);
            }
        }
    }

    private AttributesNode folder(String path) throws IOException {
        AttributesNode known = folders.get(path);
        if (known != null) {
            return known;
        }
        AttributesNode read = readFolder(path);
        folders.put(path, read);
        return read;
    }

    /** From disk, or what is staged when it is not there, as in a sparse checkout. */
    private AttributesNode readFolder(String path) throws IOException {
        Optional<Path> file = paths.locate(TreePath.of(path + NAME));
        if (file.isPresent() && Files.exists(file.get(), LinkOption.NOFOLLOW_LINKS)) {
            return Files.isSymbolicLink(file.get()) ? NONE : read(file.get());
        }
        Optional<IndexEntry> staged = index.file(path + NAME);
        if (staged.isEmpty()
                || staged.get().type() != IndexEntry.REGULAR
                || staged.get().isIntended()) {
            return NONE;
        }
        Optional<byte[]> blob = store.blob(staged.get().id(), (int) LARGEST);
        return blob.isPresent() ? parse(new ByteArrayInputStream(blob.get())) : NONE;
    }

    private static AttributesNode read(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
            return NONE;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return parse(in);
        }
    }

    private static AttributesNode parse(InputStream in) throws IOException {
        AttributesNode list = new AttributesNode();
        list.parse(in);
        return list;
    }
}

package io.github.amlmaven.tree;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A path inside a {@link FileTree}: names joined by {@code /}, relative to the tree's root, without {@code .} and {@code ..}. The root
 * itself is the empty path. Paths are ordered by code point, so that an order never depends on a locale.
 */
public final class TreePath implements Comparable<TreePath> {
    // No record, since there are as many as there are files: what is a part of a path or is made of two need not be
    // checked again, and what
    // every record brings along to compare and hash itself is slow until the optimising compiler has seen it.

    /** The root of every tree. */
    public static final TreePath ROOT = new TreePath("", true);

    private final String value;

    /** Whether the order of UTF-16 units is that of code points. */
    private final boolean plain;

    private TreePath(String value, boolean plain) {
        this.value = value;
        this.plain = plain;
    }

    /**
     * Whether a text has the form of a path.
     *
     * @param value any text
     * @return false when it is absolute, climbs, has an empty name or a zero in it
     */
    public static boolean isPath(String value) {
        int start = 0;
        for (int slash = value.indexOf('/'); slash >= 0; slash = value.indexOf('/', start)) {
            if (!isName(value, start, slash)) {
                return false;
            }
            start = slash + 1;
        }
        return value.isEmpty() || (isName(value, start, value.length()) && value.indexOf('\0') < 0);
    }

    private static boolean isName(String value, int start, int end) {
        return switch (end - start) {
            case 0 -> false;
            case 1 -> value.charAt(start) != '.';
            case 2 -> value.charAt(start) != '.' || value.charAt(start + 1) != '.';
            default -> true;
        };
    }

    /**
     * A path from its text.
     *
     * @param value names joined by {@code /}; empty for the root
     * @return the path
     * @throws IllegalArgumentException when the text is absolute, climbs, or has an empty name
     */
    public static TreePath of(String value) {
        if (!isPath(value)) {
            throw new IllegalArgumentException("not a path inside a tree: '" + value + "'");
        }
        return value.isEmpty() ? ROOT : new TreePath(value, CodePointOrder.isThatOfUnits(value));
    }

    /**
     * The path as text.
     *
     * @return names joined by {@code /}, for example {@code src/main/aml/pipeline.yml}; empty for the root
     */
    public String value() {
        return value;
    }

    /**
     * Follows a relative reference from this folder.
     *
     * @param relative a relative path as people write it: {@code ./x}, {@code ../y/z}, {@code .}, a trailing {@code /}; a backslash is a
     *     character of a name, as it is for git
     * @return where it leads
     * @throws OutsideTreeException when it is absolute or leaves the tree
     */
    public TreePath resolve(String relative) throws OutsideTreeException {
        if (relative.startsWith("/") || relative.indexOf('\0') >= 0) {
            throw new OutsideTreeException(relative);
        }
        Deque<String> names = new ArrayDeque<>();
        if (!isRoot()) {
            names.addAll(Arrays.asList(value.split("/", -1)));
        }
        for (String name : relative.split("/", -1)) {
            if (name.equals("..")) {
                if (names.pollLast() == null) {
                    throw new OutsideTreeException(relative);
                }
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return of(String.join("/", names));
    }

    /**
     * The path of something directly inside this folder.
     *
     * @param name one name, without {@code /}
     * @return the longer path
     * @throws IllegalArgumentException when there can be nothing of that name
     */
    public TreePath child(String name) {
        TreePath below = of(name);
        if (isRoot()) {
            return below;
        }
        if (below.isRoot()) {
            throw new IllegalArgumentException("nothing in a tree has an empty name: in '" + value + "'");
        }
        return new TreePath(value + "/" + name, plain && below.plain);
    }

    /**
     * The folder that holds this path.
     *
     * @return the parent; the root is its own parent
     */
    public TreePath parent() {
        int slash = value.lastIndexOf('/');
        return slash < 0 ? ROOT : new TreePath(value.substring(0, slash), plain);
    }

    /**
     * The last name.
     *
     * @return the name, empty for the root
     */
    public String name() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /**
     * Whether this is the root.
     *
     * @return true for the empty path
     */
    public boolean isRoot() {
        return value.isEmpty();
    }

    /**
     * Whether this path is the folder or lies anywhere below it.
     *
     * @param folder a path
     * @return true when it does
     */
    public boolean isIn(TreePath folder) {
        return folder.isRoot() || value.equals(folder.value) || value.startsWith(folder.value + "/");
    }

    /**
     * This path as seen from a folder that holds it.
     *
     * @param folder a folder for which {@link #isIn} is true
     * @return names joined by {@code /}; empty when both are the same
     * @throws IllegalArgumentException when the folder does not hold this path
     */
    public String relativeTo(TreePath folder) {
        if (!isIn(folder)) {
            throw new IllegalArgumentException(value + " is not in " + folder.value);
        }
        if (folder.isRoot()) {
            return value;
        }
        return value.length() == folder.value.length() ? "" : value.substring(folder.value.length() + 1);
    }

    @Override
    public int compareTo(TreePath other) {
        return plain && other.plain
                ? value.compareTo(other.value)
                : CodePointOrder.INSTANCE.compare(value, other.value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TreePath path && value.equals(path.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}

package io.github.amlmaven.document;

import io.github.amlmaven.tree.TreePath;

/**
 * A place in a file.
 *
 * @param path the file
 * @param line the line, from 1
 * @param column the column, from 1, counted in Unicode code points
 */
public record Location(TreePath path, int line, int column) implements Comparable<Location> {

    /**
     * The very beginning of a file, for what concerns it as a whole.
     *
     * @param path the file
     * @return line 1, column 1
     */
    public static Location startOf(TreePath path) {
        return new Location(path, 1, 1);
    }

    @Override
    public int compareTo(Location other) {
        int byPath = path.compareTo(other.path);
        if (byPath != 0) {
            return byPath;
        }
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }

    /** The form that editors and CI systems turn into a link: {@code path:line:column}. */
    @Override
    public String toString() {
        return path + ":" + line + ":" + column;
    }
}

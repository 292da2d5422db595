package io.github.amlmaven.restore;

import io.github.amlmaven.tree.TreePath;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What is about to be done to a working copy, written down before any of it, so that whoever comes after a kill can undo it. Each step leaves a
 * trace of its own: a file is in its old place or in the journal's folder, and never in both.
 *
 * @param displaced files that go to the journal's folder, under their index in this list
 * @param made folders that are not there yet, the upper before the lower
 * @param placed files that come from the journal's folder
 */
record Journal(List<TreePath> displaced, List<TreePath> made, List<Placed> placed) {
    private static final int MAGIC = 0x616D6C32;

    Journal {
        displaced = List.copyOf(displaced);
        made = List.copyOf(made);
        placed = List.copyOf(placed);
    }

    /**
     * A file that is put in place.
     *
     * @param path where to
     * @param staged where in the journal's folder it comes from
     * @param size how many bytes it has
     * @param modified when it was written, in milliseconds since 1970: so an edit after the kill is seen
     */
    record Placed(TreePath path, TreePath staged, long size, long modified) {}

    void write(OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to));
        out.writeInt(MAGIC);
        paths(out, displaced);
        paths(out, made);
        out.writeInt(placed.size());
        for (Placed one : placed) {
            out.writeUTF(one.path().value());
            out.writeUTF(one.staged().value());
            out.writeLong(one.size());
            out.writeLong(one.modified());
        }
        out.flush();
    }

    private static void paths(DataOutputStream out, List<TreePath> paths) throws IOException {
        out.writeInt(paths.size());
        for (TreePath path : paths) {
            out.writeUTF(path.value());
        }
    }

    static Journal read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(from));
        if (in.readInt() != MAGIC) {
            throw new IOException("The journal of an unfinished restore is of another version of the plugin. Run `mvn"
                    + " aml:restore` with the version that began it.");
        }
        List<TreePath> displaced = paths(in);
        List<TreePath> made = paths(in);
        List<Placed> placed = new ArrayList<>();
        for (int count = in.readInt(); count > 0; count--) {
            placed.add(new Placed(TreePath.of(in.readUTF()), TreePath.of(in.readUTF()), in.readLong(), in.readLong()));
        }
        return new Journal(displaced, made, placed);
    }

    private static List<TreePath> paths(DataInputStream in) throws IOException {
        List<TreePath> paths = new ArrayList<>();
        for (int count = in.readInt(); count > 0; count--) {
            paths.add(TreePath.of(in.readUTF()));
        }
        return paths;
    }
}

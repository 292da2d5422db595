package io.github.amlmaven.restore;

import io.github.amlmaven.tree.TreePath;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How files wait that will be put into a working copy. What goes into a folder that is not there yet waits in one of the same shape, so that the
 * folder is put in place as a whole, in one step; any other file waits by itself. Everything waits under a number.
 *
 * @param places where each file waits, by its path in the working copy
 * @param moves what is put in place, a file or a folder, by its path in the working copy
 */
record Arrangement(Map<TreePath, TreePath> places, Map<TreePath, TreePath> moves) {

    /**
     * Arranges.
     *
     * @param written the files, by their paths in the working copy
     * @param made the folders of theirs that are not there yet, the upper before the lower
     * @return where they wait
     */
    static Arrangement of(Collection<TreePath> written, List<TreePath> made) {
        Map<TreePath, TreePath> moves = new LinkedHashMap<>();
        Map<TreePath, TreePath> folders = new HashMap<>();
        for (TreePath folder : made) {
            folders.put(folder, place(folder, folders, moves));
        }
        Map<TreePath, TreePath> places = new HashMap<>();
        for (TreePath file : written) {
            places.put(file, place(file, folders, moves));
        }
        return new Arrangement(places, moves);
    }

    private static TreePath place(TreePath path, Map<TreePath, TreePath> folders, Map<TreePath, TreePath> moves) {
        @Nullable TreePath folder = folders.get(path.parent());
        if (folder != null) {
            return folder.child(path.name());
        }
        TreePath place = TreePath.of(String.valueOf(moves.size()));
        moves.put(path, place);
        return place;
    }
}

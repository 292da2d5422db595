package io.github.amlmaven.code;

import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.Optional;

/** What ignore files mean inside one folder. */
interface Scope {

    /**
     * Whether a file of the folder is left out.
     *
     * @param name its name, which may be that of a link
     */
    boolean leavesOut(String name);

    /**
     * Whether a folder is known to be left out with all that is in it, without a look into it.
     *
     * @param name its name, which may be that of a link
     */
    boolean leavesOutAllOf(String name);

    /**
     * Goes one folder deeper.
     *
     * @param name the folder's name, which may be that of a link
     * @param folder where it really is
     * @return what holds in there; nothing when all of it is left out
     * @throws IOException when the tree cannot be read
     */
    Optional<Scope> enter(String name, TreePath folder) throws IOException;
}

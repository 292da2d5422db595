package io.github.amlmaven.environment;

import io.github.amlmaven.document.Location;
import io.github.amlmaven.tree.TreePath;
import java.util.List;

/**
 * A pip requirements file that an environment reaches.
 *
 * @param path the file
 * @param constraints whether it only limits versions and installs nothing
 * @param includedAt where the file that leads to it says so
 * @param lines what it says, in the order of the file
 */
public record RequirementsFile(TreePath path, boolean constraints, Location includedAt, List<PipLine> lines) {

    /** Takes its own copy of the list. */
    public RequirementsFile {
        lines = List.copyOf(lines);
    }
}

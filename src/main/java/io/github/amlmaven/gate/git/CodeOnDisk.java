package io.github.amlmaven.gate.git;

import io.github.amlmaven.code.Surplus;
import io.github.amlmaven.definition.CodeId;
import io.github.amlmaven.definition.DefinitionGraph;
import io.github.amlmaven.gate.Subject;
import io.github.amlmaven.git.WorkingTree;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds what lies in the code on disk and would be captured by nobody but Azure ML's client. */
public final class CodeOnDisk {
    private CodeOnDisk() {}

    /**
     * Looks into what is ignored in the code of a graph, and nowhere else. No file is read but the ignore files of the code.
     *
     * @param graph the graph
     * @param workingTree the working copy
     * @return one subject for each folder of code that has any such file
     * @throws IOException when the working copy cannot be read
     */
    public static Set<Subject> of(DefinitionGraph graph, WorkingTree workingTree) throws IOException {
        List<TreePath> ignored = workingTree.ignored();
        FileTree disk = workingTree.disk();
        Set<Subject> subjects = new LinkedHashSet<>();
        for (CodeId code : graph.code().keySet()) {
            Surplus surplus = Surplus.of(disk, code.path(), code.additionalIncludes(), code.use(), ignored);
            if (!surplus.paths().isEmpty()) {
                subjects.add(new Subject.IgnoredCode(code.path(), surplus));
            }
        }
        return subjects;
    }
}

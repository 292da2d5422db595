package io.github.amlmaven.definition;

import io.github.amlmaven.document.Location;
import io.github.amlmaven.tree.TreePath;
import java.util.regex.Pattern;

/** What can be wrong with the path that a definition names. */
final class PathProblems {
    /** What other tools replace: {@code $NAME}, <code>$(name)</code>, <code>#{name}#</code>, <code>{{name}}</code>, {@code <name>}. */
    private static final Pattern TEMPLATE =
            Pattern.compile("\\$\\(|\\$\\{|\\$[A-Za-z_]|#\\{|\\{\\{|<[A-Za-z_][^<>]*>|__[A-Za-z]\\w*__");

    private static final String FILL_IN =
            "Fill the placeholder in; or, when another tool does, capture what that tool writes.";

    private PathProblems() {}

    static Problem missing(String text, Location at, TreePath folder, String noun) {
        return missing(text, text, at, folder, noun);
    }

    /** The same for a path that is not looked for as it is written. */
    static Problem missing(String text, String place, Location at, TreePath folder, String noun) {
        return new Problem(
                "definition/missing-file",
                at,
                text,
                "There is no " + noun + " '" + place + "' in " + place(folder) + ".",
                TEMPLATE.matcher(text).find() ? FILL_IN : "Add and commit it, or correct the path.");
    }

    /** The same for a path of SDK v1, which is looked for in the folders above, too. */
    static Problem missingUpward(String text, Location at, TreePath folder, String noun) {
        return new Problem(
                "definition/missing-file",
                at,
                text,
                "There is no " + noun + " '" + text + "' in " + place(folder)
                        + (folder.isRoot() ? "." : ", nor in a folder above it."),
                TEMPLATE.matcher(text).find()
                        ? FILL_IN
                        : "Write its path from one of these folders; or, when a command or a program tells another source directory, leave this"
                                + " file out of aml.definitions.");
    }

    private static String place(TreePath folder) {
        return "'" + (folder.isRoot() ? "." : folder.value()) + "'";
    }

    static Problem outside(String text, Location at) {
        return new Problem(
                "definition/outside-repository",
                at,
                text,
                "'" + text + "' leads out of the repository, so that no commit can hold it.",
                "Move what it names into the repository, and write a path relative to this file.");
    }

    static Problem fetched(Mention.Include include) {
        return new Problem(
                "definition/fetched-include",
                include.location(),
                include.text(),
                "Azure ML's client would fetch this package from a feed, so that no commit holds what runs.",
                "Commit what the package holds, and include that.");
    }

    static Problem zipped(Mention.Include include) {
        return new Problem(
                "definition/zipped-include",
                include.location(),
                include.text(),
                "Azure ML's client would zip this folder with the times of the local files, so that no two clones upload the same.",
                "Include the folder itself, or commit the zip.");
    }
}

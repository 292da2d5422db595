package io.github.amlmaven.definition;

import io.github.amlmaven.document.Location;
import io.github.amlmaven.tree.TreePath;
import java.util.regex.Pattern;

/** What can be wrong with the path that a definition names. */
final class PathProblems {
    /** What other tools replace: {@code $NAME}, <code>$(name)</code>, <code>#{name}#</code>, <code>{{name}}</code>, {@code <name>}. */
    private static final Pattern TEMPLATE =
            Pattern.compile("\\$\\(|\\$\\{|\\$[A-Za-z_]|#\\{|\\{\\{|<[A-Za-z_][^<>]*>|__[A-Za-z]\\w*__");

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
                "There is no " + noun + " '" + place + "' in '" + (folder.isRoot() ? "." : folder.value()) + "'.",
                TEMPLATE.matcher(text).find()
                        ? "Fill the placeholder in; or, when another tool does, capture what that tool writes."
                        : "Add and commit it, or correct the path.");
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

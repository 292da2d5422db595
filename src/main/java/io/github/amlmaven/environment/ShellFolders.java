package io.github.amlmaven.environment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** The folders of a script's shells. A shell of its own begins in the folder that the one around it is in by then. */
final class ShellFolders {
    private final ShellFolder outermost;
    private final Map<Subshell, ShellFolder> known = new HashMap<>();

    /** Begins in a folder. */
    ShellFolders(ShellFolder outermost) {
        this.outermost = outermost;
    }

    /** The folder of a shell; those are asked for in the order of the script. */
    ShellFolder of(Subshell shell) {
        Deque<Subshell> inner = new ArrayDeque<>();
        Subshell at = shell;
        while (!known.containsKey(at) && at.around().isPresent()) {
            inner.push(at);
            at = at.around().get();
        }
        ShellFolder folder = known.getOrDefault(at, outermost);
        for (Subshell next : inner) {
            folder = next.isForked() ? folder.copy() : folder;
            known.put(next, folder);
        }
        return folder;
    }
}

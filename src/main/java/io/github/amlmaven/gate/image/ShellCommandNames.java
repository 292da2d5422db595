package io.github.amlmaven.gate.image;

import java.util.Set;
import java.util.regex.Pattern;

/** What programs do, by their names. */
final class ShellCommandNames {
    private static final Set<String> DOWNLOADERS = Set.of("curl", "wget");
    private static final Pattern INTERPRETER = Pattern.compile("(?:ba|da|a|z)?sh|python[0-9.]*|perl|Rscript|node");

    private ShellCommandNames() {}

    static boolean downloads(String program) {
        return DOWNLOADERS.contains(program);
    }

    static boolean isInterpreter(String program) {
        return INTERPRETER.matcher(program).matches();
    }
}

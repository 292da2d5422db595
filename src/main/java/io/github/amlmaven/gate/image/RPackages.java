package io.github.amlmaven.gate.image;

import io.github.amlmaven.environment.ShellCommand;
import io.github.amlmaven.environment.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Picks the calls that install packages out of the expressions that a command gives to R. */
final class RPackages {
    private static final Set<String> INTERPRETERS = Set.of("R", "Rscript", "r");

    private static final Pattern CALL = Pattern.compile(
            "(?<![\\w.])(?:install\\.packages|install_(?:cran|version|bioc|github|gitlab|bitbucket|git)|BiocManager::install|biocLite"
                    + "|(?:pak::)?pkg_install|pak::pak|renv::install|p_load)\\s*\\(");

    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

    /** A mirror of CRAN as it was on one day: Posit's package manager, and what was Microsoft's. */
    private static final Pattern SNAPSHOT =
            Pattern.compile("(?:packagemanager\\.[\\w.]+|/snapshot)/\\S*\\d{4}-\\d{2}-\\d{2}");

    private static final Pattern COMMIT = Pattern.compile("(?<![0-9a-f])[0-9a-f]{40}(?![0-9a-f])");
    private static final Pattern VERSION = Pattern.compile("\\d+(?:[.-]\\d+)+");

    private RPackages() {}

    /** The expressions in which something is installed that neither a version, a commit nor a day fixes. */
    static Stream<Token> loose(ShellCommand command) {
        List<Token> words = command.words();
        String program = command.program();
        if (program.equals("install2.r")) {
            boolean dated = words.stream()
                    .anyMatch(word -> SNAPSHOT.matcher(word.text()).find());
            return dated ? Stream.empty() : words.stream().limit(1);
        }
        if (!INTERPRETERS.contains(program)) {
            return Stream.empty();
        }
        List<Token> loose = new ArrayList<>();
        for (int i = 1; i + 1 < words.size(); i++) {
            if (words.get(i).text().equals("-e") && isLoose(words.get(i + 1).text())) {
                loose.add(words.get(i + 1));
            }
        }
        return loose.stream();
    }

    private static boolean isLoose(String expression) {
        if (SNAPSHOT.matcher(expression).find()) {
            return false;
        }
        Matcher call = CALL.matcher(expression);
        while (call.find()) {
            if (!isExact(call.group(), arguments(expression, call.end()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isExact(String call, String arguments) {
        List<String> texts = TEXT.matcher(arguments)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .toList();
        if (texts.isEmpty()) {
            // What is installed stands in a variable.
            return true;
        }
        if (call.startsWith("install_version")) {
            return texts.stream().anyMatch(VERSION.asMatchPredicate());
        }
        if (call.startsWith("install_git") || call.startsWith("install_bitbucket")) {
            return texts.stream().anyMatch(COMMIT.asPredicate());
        }
        if (call.contains("pkg_install") || call.startsWith("pak") || call.startsWith("renv")) {
            return texts.stream()
                    .allMatch(text -> text.matches(".*@\\d[\\w.-]*")
                            || COMMIT.matcher(text).find());
        }
        // A file has its version in its name.
        return texts.get(0).endsWith(".tar.gz");
    }

    /** What stands between a parenthesis and the one that closes it. */
    private static String arguments(String expression, int from) {
        int depth = 1;
        char quote = 0;
        for (int i = from; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return expression.substring(from, i);
            }
        }
        return expression.substring(from);
    }
}

package io.github.amlmaven.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A list of packages that a Dockerfile gives to conda, which is <a
 * href="https://docs.conda.io/projects/conda/en/stable/user-guide/tasks/manage-environments.html#building-identical-conda-environments">explicit</a>
 * when it has a line {@code @EXPLICIT} and URLs.
 *
 * @param loose every line that leaves anything open; where the list is not explicit or cannot be found, what names it
 */
public record CondaList(List<Token> loose) {
    private static final Pattern LINES = Pattern.compile("\\R");
    private static final Pattern FILE =
            Pattern.compile("(?:https?|file)://\\S+#(?:[0-9a-fA-F]{32}|(?:sha256:)?[0-9a-fA-F]{64})");

    /** Takes its own copy of the list. */
    public CondaList {
        loose = List.copyOf(loose);
    }

    /** A list that is not in the build context. */
    static CondaList unknown(Token written) {
        return new CondaList(List.of(written));
    }

    /** Reads a list; without the line that makes it explicit conda solves for all of it. */
    static CondaList read(SourceText text, Token written) {
        List<Token> loose = new ArrayList<>();
        boolean explicit = false;
        int start = 0;
        for (String line : LINES.split(text.text(), -1)) {
            String content = line.strip();
            explicit |= content.equals("@EXPLICIT");
            if (!content.isEmpty()
                    && !content.startsWith("#")
                    && !content.equals("@EXPLICIT")
                    && !FILE.matcher(content).matches()) {
                loose.add(
                        new Token(UrlSecrets.hide(content), text.at(text.text().indexOf(content, start))));
            }
            start = Math.min(text.text().length(), start + line.length() + 1);
        }
        return explicit ? new CondaList(loose) : unknown(written);
    }
}

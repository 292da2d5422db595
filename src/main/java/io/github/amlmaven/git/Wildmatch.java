package io.github.amlmaven.git;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Git's globs for whole paths: {@code *} and {@code ?} stop at a slash, {@code **} between slashes stands for any number of folders. */
final class Wildmatch {
    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private final Pattern pattern;

    Wildmatch(String glob, boolean anyCase) {
        StringBuilder regex = new StringBuilder();
        int i = 0;
        while (i < glob.length()) {
            char c = glob.charAt(i);
            boolean folderStart = i == 0 || glob.charAt(i - 1) == '/';
            if (folderStart && glob.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 3;
            } else if (folderStart && glob.startsWith("**", i) && i + 2 == glob.length()) {
                regex.append(".*");
                i += 2;
            } else if (c == '*') {
                regex.append("[^/]*");
                i++;
            } else if (c == '?') {
                regex.append("[^/]");
                i++;
            } else if (c == '[' && glob.indexOf(']', i + 2) > 0) {
                int end = glob.indexOf(']', i + 2);
                String set = glob.substring(i + 1, end)
                        .replace("\\", "\\\\")
                        .replace("[", "\\[")
                        .replace("&&", "&\\&");
                regex.append('[')
                        .append(set.startsWith("!") ? "^" + set.substring(1) : set)
                        .append(']');
                i = end + 1;
            } else {
                int escaped = c == '\\' && i + 1 < glob.length() ? 1 : 0;
                regex.append(Pattern.quote(String.valueOf(glob.charAt(i + escaped))));
                i += 1 + escaped;
            }
        }
        this.pattern = compile(regex.toString(), anyCase);
    }

    /** A set that makes no sense, such as {@code [z-a]}, matches nothing. */
    private static Pattern compile(String regex, boolean anyCase) {
        try {
            int flags = Pattern.DOTALL | (anyCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0);
            return Pattern.compile(regex, flags);
        } catch (PatternSyntaxException e) {
            return NOTHING;
        }
    }

    boolean matches(String path) {
        return pattern.matcher(path).matches();
    }
}

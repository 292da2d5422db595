package io.github.amlmaven.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Credentials inside URLs: {@code user:password@}, a lone token in their place, the signature of a shared access signature, an anaconda.org
 * token in the path. A variable such as <code>${TOKEN}</code> is no secret.
 */
final class UrlSecrets {
    /** Stands in the place of a secret. */
    static final String HIDDEN = "***";

    /** A user name that is this long is a token: GitHub's, GitLab's and Azure DevOps' are, organisations' names are not. */
    private static final int TOKEN_LENGTH = 20;

    private static final Pattern USER = Pattern.compile("(?<=://)[^/?#\\s\"']+(?=@)");
    private static final Pattern PARAMETER =
            Pattern.compile("(?<=[?&](?:sig|token|access_token|api_key|apikey|password|secret)=)[^&#\\s\"'$]+");
    private static final Pattern CONDA = Pattern.compile("(?<=/t/)[A-Za-z0-9-]{10,}(?=/|$)");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\w+|\\$\\{[^}]*}|%\\w+%");

    private UrlSecrets() {}

    /** The text with {@value #HIDDEN} in the place of every secret. */
    static String hide(String text) {
        String hidden = USER.matcher(text).replaceAll(user -> Matcher.quoteReplacement(hideUser(user.group())));
        hidden = PARAMETER.matcher(hidden).replaceAll(Matcher.quoteReplacement(HIDDEN));
        return CONDA.matcher(hidden).replaceAll(Matcher.quoteReplacement(HIDDEN));
    }

    /** Every URL of a text that {@link #hide} changes. */
    static List<Secret> in(SourceText source) {
        List<Secret> secrets = new ArrayList<>();
        String text = source.text();
        int end = 0;
        for (int mark = text.indexOf("://"); mark >= 0; mark = text.indexOf("://", end)) {
            int start = mark;
            while (start > end
                    && (Character.isLetterOrDigit(text.charAt(start - 1))
                            || "+-.".indexOf(text.charAt(start - 1)) >= 0)) {
                start--;
            }
            end = mark + "://".length();
            while (end < text.length()
                    && !Character.isWhitespace(text.charAt(end))
                    && "\"'".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            String url = text.substring(start, end);
            String hidden = hide(url);
            if (!hidden.equals(url)) {
                secrets.add(new Secret(Secret.Kind.URL, hidden, source.at(start)));
            }
        }
        return secrets;
    }

    private static String hideUser(String user) {
        int colon = user.indexOf(':');
        if (colon < 0) {
            return isLiteral(user) && user.length() >= TOKEN_LENGTH ? HIDDEN : user;
        }
        String password = user.substring(colon + 1);
        return isLiteral(password) ? HIDDEN : user;
    }

    private static boolean isLiteral(String text) {
        return !text.isEmpty() && !VARIABLE.matcher(text).matches() && !text.equals(HIDDEN);
    }
}

package io.github.amlmaven.gate.secret;

import io.github.amlmaven.gate.SecretKind;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * How one sort of secret looks. It is tried only where one of its keywords stands, at that one place and over a bounded piece of text, so
 * that time grows with the length of a file and with nothing else.
 *
 * @param kind what it opens
 * @param keywords what every such secret has, in lower case; found in any case
 * @param lead how many characters stand between the beginning of the expression and the keyword
 * @param expression matches from its beginning on; its first group, if it has one, is the secret
 * @param real tells a secret from what only looks like one
 */
record SecretFormat(SecretKind kind, List<String> keywords, int lead, Pattern expression, Predicate<String> real) {

    /** As much text as one expression ever sees; the longest JSON web tokens have some thousand characters. */
    static final int LONGEST = 8192;

    /** A format whose expression begins at its keyword. */
    static SecretFormat of(SecretKind kind, String keyword, String expression) {
        return at(kind, keyword, 0, expression);
    }

    /** A format whose keyword has a fixed place in it. */
    static SecretFormat at(SecretKind kind, String keyword, int lead, String expression) {
        return of(kind, List.of(keyword), lead, expression, value -> !Placeholder.is(value));
    }

    /** A format with a test of its own. */
    static SecretFormat of(
            SecretKind kind, List<String> keywords, int lead, String expression, Predicate<String> real) {
        return new SecretFormat(kind, keywords, lead, Pattern.compile(expression), real);
    }
}

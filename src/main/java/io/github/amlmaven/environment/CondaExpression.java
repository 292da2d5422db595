package io.github.amlmaven.environment;

/**
 * What conda makes a regular expression of: a channel with a star, and some versions. None is made here: what a file says could make one that
 * takes all the stack.
 */
final class CondaExpression {
    private CondaExpression() {}

    /** Whether its brackets close, without which conda fails. */
    static boolean isWhole(String text) {
        int open = 0;
        int set = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (set >= 0) {
                set = c == ']' && i > set + 1 ? -1 : set;
            } else if (c == '[') {
                set = i;
            } else if (c == '(' || c == ')') {
                open += c == '(' ? 1 : -1;
            }
            if (open < 0) {
                return false;
            }
        }
        return open == 0 && set < 0;
    }
}

package io.github.amlmaven.environment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A condition on a version, as conda's {@code VersionSpec} reads it: comparisons, prefixes and regular expressions, joined by {@code ,} for and
 * and {@code |} for or.
 *
 * @param isExact whether one version alone satisfies it
 */
record CondaVersion(boolean isExact) {
    private static final CondaVersion OPEN = new CondaVersion(false);
    private static final CondaVersion EXACT = new CondaVersion(true);

    private static final Pattern JOINED = Pattern.compile(".*[()|,^$].*");
    private static final Pattern TOKEN = Pattern.compile("\\s*\\^[^$]*\\$|\\s*[()|,]|[^()|,]+");
    private static final Pattern RELATION = Pattern.compile("(=|==|!=|<=|>=|<|>|~=)(?![=<>!~])(\\S+)");
    private static final Pattern VERSION = Pattern.compile("[*.+!_0-9a-z]+");

    /**
     * Reads a condition.
     *
     * @param text the condition
     * @return the condition
     * @throws GrammarException when conda would refuse it
     */
    static CondaVersion of(String text) throws GrammarException {
        if (!JOINED.matcher(text).matches()) {
            return alone(text.strip());
        }
        List<String> parts = parts(text);
        if (parts.size() == 1) {
            return alone(parts.get(0));
        }
        for (String part : parts) {
            alone(part);
        }
        return OPEN;
    }

    /** The conditions that are joined; one for a text in parentheses only. */
    private static List<String> parts(String text) throws GrammarException {
        Deque<List<String>> output = new ArrayDeque<>();
        Deque<String> operators = new ArrayDeque<>();
        Matcher token = TOKEN.matcher("(" + text + ")");
        while (token.find()) {
            String item = token.group().strip();
            switch (item) {
                case "(" -> operators.push(item);
                case "|", "," -> {
                    join(text, output, operators, item.equals("|") ? "(" : "|(");
                    operators.push(item);
                }
                case ")" -> {
                    join(text, output, operators, "(");
                    if (operators.isEmpty()) {
                        throw malformed(text);
                    }
                    operators.pop();
                }
                default -> output.push(List.of(item));
            }
        }
        if (!operators.isEmpty() || output.isEmpty()) {
            throw malformed(text);
        }
        // Conda passes over what follows a condition in parentheses without an operator.
        return output.getLast();
    }

    private static void join(String text, Deque<List<String>> output, Deque<String> operators, String weaker)
            throws GrammarException {
        while (!operators.isEmpty() && !weaker.contains(operators.peek())) {
            if (output.size() < 2) {
                throw malformed(text);
            }
            operators.pop();
            List<String> joined = new ArrayList<>(output.pop());
            joined.addAll(0, output.pop());
            output.push(joined);
        }
    }

    private static CondaVersion alone(String text) throws GrammarException {
        if (text.isEmpty()) {
            throw malformed(text);
        }
        if (text.startsWith("^") || text.endsWith("$")) {
            if (!text.startsWith("^") || !text.endsWith("$")) {
                throw malformed(text);
            }
            return expression(text);
        }
        if ("=<>!~".indexOf(text.charAt(0)) >= 0) {
            return relation(text);
        }
        if (text.equals("*")) {
            return OPEN;
        }
        if (text.replaceFirst("\\*+$", "").indexOf('*') >= 0) {
            return expression(text);
        }
        if (text.endsWith("*")) {
            String dotted = text.endsWith(".*") ? text : text.substring(0, text.length() - 1) + ".*";
            checkVersion(dotted.replaceFirst("\\*+$", "").replaceFirst("\\.+$", ""));
            return OPEN;
        }
        if (text.indexOf('@') < 0) {
            checkVersion(text);
        }
        return EXACT;
    }

    private static CondaVersion expression(String text) throws GrammarException {
        if (!CondaExpression.isWhole(text)) {
            throw malformed(text);
        }
        return OPEN;
    }

    private static CondaVersion relation(String text) throws GrammarException {
        if (text.matches("[=<>!~]+")) {
            throw new GrammarException("Expected a version after the operator");
        }
        Matcher relation = RELATION.matcher(text);
        if (!relation.matches()) {
            throw malformed(text);
        }
        String operator = relation.group(1);
        String version = relation.group(2);
        boolean prefix = version.endsWith(".*");
        if (prefix && operator.equals("~=")) {
            throw malformed(text);
        }
        checkVersion(prefix ? version.substring(0, version.length() - 2) : version);
        return operator.equals("==") && version.indexOf('*') < 0 ? EXACT : OPEN;
    }

    /** Whether a text is a version at all: {@code epoch!1.2+local}, in which no part is empty. */
    private static void checkVersion(String text) throws GrammarException {
        String version = text.strip().toLowerCase(Locale.ROOT);
        if (version.indexOf('_') < 0) {
            version = version.replace('-', '_');
        }
        String[] epoch = version.split("!", -1);
        String[] local = epoch[epoch.length - 1].split("\\+", -1);
        boolean valid = VERSION.matcher(version).matches()
                && epoch.length <= 2
                && (epoch.length == 1 || epoch[0].matches("[0-9]+"))
                && local.length <= 2
                && !local[0].isEmpty()
                && isDotted(local[0].replaceFirst("_$", "x"))
                && (local.length == 1 || isDotted(local[1]));
        if (!valid) {
            throw malformed(text);
        }
    }

    private static boolean isDotted(String text) {
        return Stream.of(text.split("[._]", -1)).noneMatch(String::isEmpty);
    }

    private static GrammarException malformed(String text) {
        return new GrammarException("'" + text + "' is no condition on a version");
    }
}

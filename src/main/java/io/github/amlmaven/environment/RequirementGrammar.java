package io.github.amlmaven.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one dependency specifier by recursive descent, after the grammar of the <a
 * href="https://packaging.python.org/en/latest/specifications/dependency-specifiers/">dependency specifiers</a> and <a
 * href="https://packaging.python.org/en/latest/specifications/version-specifiers/">version specifiers</a> specifications.
 */
final class RequirementGrammar {
    /** Deeper parentheses in a marker are refused: nobody writes them, and each costs stack. */
    private static final int MAX_DEPTH = 50;

    private static final Pattern SPACE = Pattern.compile("[ \\t]+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_])?+");
    private static final Pattern URL = Pattern.compile("[^ \\t]+");
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern COMPARISON = Pattern.compile("===|==|~=|!=|<=|>=|<|>|in\\b|not[ \\t]+in\\b");
    private static final Pattern LOGICAL = Pattern.compile("(?:and|or)\\b");
    private static final Pattern VARIABLE = Pattern.compile(
            "(?:python_version|python_full_version|os[._]name|sys[._]platform"
                    + "|platform_release|platform_system|platform[._]version|platform[._]machine|platform[._]python_implementation"
                    + "|python_implementation|implementation_name|implementation_version|extras?|dependency_groups)\\b");

    private static final String RELEASE = "v?(?:[0-9]+!)?[0-9]+(?:\\.[0-9]+)*+";
    private static final String RELEASE_OF_TWO = "v?(?:[0-9]+!)?[0-9]+(?:\\.[0-9]+)++";
    private static final String SUFFIXES = "(?:[-_.]?(?:alpha|beta|preview|pre|a|b|c|rc)[-_.]?[0-9]*)?"
            + "(?:-[0-9]+|[-_.]?(?:post|rev|r)[-_.]?[0-9]*)?"
            + "(?:[-_.]?dev[-_.]?[0-9]*)?";
    private static final String LOCAL = "(?:\\+[a-z0-9]+(?:[-_.][a-z0-9]+)*)?";
    private static final Pattern SPECIFIER = Pattern.compile(
            "(?<arbitrary>===)\\s*(?<text>[^\\s;),]*)"
                    + "|(?<equal>==|!=)\\s*(?<matching>" + RELEASE + "(?:\\.\\*|" + SUFFIXES + LOCAL + "))"
                    + "|(?<compatible>~=)\\s*(?<series>" + RELEASE_OF_TWO + SUFFIXES + ")"
                    + "|(?<ordered><=|>=|<|>)\\s*(?<bound>" + RELEASE + SUFFIXES + ")",
            Pattern.CASE_INSENSITIVE);

    private final String text;
    private int position;

    private RequirementGrammar(String text) {
        this.text = text;
    }

    /** Reads a whole requirement. */
    static Requirement requirement(String text) throws GrammarException {
        return new RequirementGrammar(text).requirement();
    }

    /** Checks a whole marker. */
    static void marker(String text) throws GrammarException {
        RequirementGrammar grammar = new RequirementGrammar(text);
        grammar.marker(0);
        grammar.end("the end of the marker");
    }

    private Requirement requirement() throws GrammarException {
        space();
        String name = expect(NAME, "a package name");
        space();
        List<String> extras = extras();
        space();
        List<VersionSpecifier> specifiers = List.of();
        Optional<String> url = Optional.empty();
        if (take("@")) {
            space();
            url = Optional.of(UrlSecrets.hide(expect(URL, "a URL after '@'")));
            if (position < text.length()) {
                expect(SPACE, "a space after the URL");
            }
        } else {
            specifiers = specifiers();
            space();
        }
        Optional<String> marker = Optional.empty();
        if (take(";")) {
            int start = position;
            marker(0);
            marker = Optional.of(text.substring(start, position).strip());
        }
        end(specifiers.isEmpty() ? "a version specifier such as '==1.2.3'" : "',' or the end");
        return new Requirement(name, extras, specifiers, url, marker);
    }

    private List<String> extras() throws GrammarException {
        List<String> extras = new ArrayList<>();
        if (!take("[")) {
            return extras;
        }
        space();
        if (take("]")) {
            return extras;
        }
        do {
            space();
            extras.add(expect(NAME, "the name of an extra"));
            space();
        } while (take(","));
        expect("]");
        return extras;
    }

    private List<VersionSpecifier> specifiers() throws GrammarException {
        boolean parentheses = take("(");
        space();
        List<VersionSpecifier> specifiers = new ArrayList<>();
        Optional<VersionSpecifier> next = specifier();
        while (next.isPresent()) {
            specifiers.add(next.get());
            space();
            if (!take(",")) {
                break;
            }
            space();
            next = specifier();
        }
        space();
        if (parentheses) {
            expect(")");
        }
        return specifiers;
    }

    private Optional<VersionSpecifier> specifier() {
        Matcher matcher = matcher(SPECIFIER);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        position = matcher.end();
        for (String[] form : new String[][] {
            {"arbitrary", "text"}, {"equal", "matching"}, {"compatible", "series"}, {"ordered", "bound"}
        }) {
            String operator = matcher.group(form[0]);
            if (operator != null) {
                return Optional.of(new VersionSpecifier(operator, matcher.group(form[1])));
            }
        }
        throw new IllegalStateException("no form of a specifier matched " + matcher.group());
    }

    private void marker(int depth) throws GrammarException {
        do {
            space();
            if (take("(")) {
                if (depth == MAX_DEPTH) {
                    throw new GrammarException("The marker is nested too deeply");
                }
                marker(depth + 1);
                expect(")");
            } else {
                operand();
                space();
                expect(COMPARISON, "a comparison such as '=='");
                space();
                operand();
            }
            space();
        } while (accept(LOGICAL));
    }

    private void operand() throws GrammarException {
        if (!accept(VARIABLE)) {
            expect(QUOTED, "a marker variable or a quoted text");
        }
    }

    private void space() {
        accept(SPACE);
    }

    private boolean take(String literal) {
        boolean there = text.startsWith(literal, position);
        position += there ? literal.length() : 0;
        return there;
    }

    private boolean accept(Pattern pattern) {
        Matcher matcher = matcher(pattern);
        boolean there = matcher.lookingAt();
        position = there ? matcher.end() : position;
        return there;
    }

    private String expect(Pattern pattern, String what) throws GrammarException {
        int start = position;
        if (!accept(pattern)) {
            throw missing(what);
        }
        return text.substring(start, position);
    }

    private void expect(String literal) throws GrammarException {
        if (!take(literal)) {
            throw missing("'" + literal + "'");
        }
    }

    private void end(String what) throws GrammarException {
        if (position < text.length()) {
            throw missing(what);
        }
    }

    private Matcher matcher(Pattern pattern) {
        return pattern.matcher(text).region(position, text.length()).useTransparentBounds(true);
    }

    private GrammarException missing(String what) {
        return new GrammarException("Expected " + what + " at character " + (position + 1));
    }
}

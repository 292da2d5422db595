package io.github.amlmaven.environment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which part of a script is a process of its own, told from left to right: what stands in parentheses or backticks, each part of a pipe, and
 * a list that runs beside the rest (<a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_13">POSIX, Shell
 * Execution Environment</a>).
 */
final class ShellNesting {
    private static final String PARENTHESIS = "(";
    private static final String BACKTICK = "`";
    private static final String CASE = "case";

    private static final Set<String> FORKED = Set.of(PARENTHESIS, BACKTICK);

    /** What closes what. */
    private static final Map<String, Set<String>> OPENED_BY = Map.of(
            ")", Set.of(PARENTHESIS),
            "}", Set.of("{"),
            "fi", Set.of("if"),
            "done", Set.of("while", "until", "for", "select"),
            "esac", Set.of(CASE));

    private static final Set<String> OPENING = Set.of("{", "if", "while", "until", "for", "select", CASE);

    private final Deque<Open> open = new ArrayDeque<>();

    /** Where the next list begins. */
    private Subshell group;

    /** The commands up to the next {@code ;}, {@code &} or line end. */
    private Subshell list;

    /** What has just been closed, until something else follows. */
    private Optional<Subshell> closed = Optional.empty();

    /** How many backticks are open: one at most, as nobody can tell a second from a closing one. */
    private int backticks;

    /** Whether a {@code |} stands before what comes. */
    private boolean piped;

    /** What is not closed yet, and what it stands in. */
    private record Open(String by, Subshell self, Subshell group, Subshell list) {}

    ShellNesting(Subshell script) {
        group = script;
        list = new Subshell(script, false);
    }

    /** Whether a word opens something where a command begins. */
    static boolean opens(String word) {
        return OPENING.contains(word);
    }

    /** Whether a word closes something where a command begins. */
    static boolean closes(String word) {
        return OPENED_BY.containsKey(word);
    }

    /** Takes note of a backtick, which opens and closes alike. */
    void backtick() {
        if (backticks == 0) {
            open(BACKTICK);
        } else {
            close(BACKTICK);
        }
    }

    void open(String by) {
        Subshell self = new Subshell(list, piped || FORKED.contains(by));
        open.push(new Open(by, self, group, list));
        group = self;
        list = new Subshell(group, false);
        backticks += by.equals(BACKTICK) ? 1 : 0;
        piped = false;
        closed = Optional.empty();
    }

    /** Closes what a word closes; nothing, when that is not open: the {@code )} behind a pattern of {@code case} closes none. */
    void close(String word) {
        Set<String> by = OPENED_BY.getOrDefault(word, Set.of(word));
        // What is left open inside of parentheses or backticks ends with them.
        while (by.stream().anyMatch(FORKED::contains)
                && !open.isEmpty()
                && !open.peek().by().equals(CASE)
                && !by.contains(open.peek().by())) {
            leave();
        }
        if (!open.isEmpty() && by.contains(open.peek().by())) {
            leave();
        }
    }

    private void leave() {
        Open left = open.pop();
        group = left.group();
        list = left.list();
        closed = Optional.of(left.self());
        backticks -= left.by().equals(BACKTICK) ? 1 : 0;
        piped = false;
    }

    /** Where a command runs that ends here; whether a {@code |} follows. */
    Subshell command(boolean pipes) {
        closed = Optional.empty();
        Subshell shell = piped || pipes ? new Subshell(list, true) : list;
        piped = false;
        return shell;
    }

    /** Where a substitution inside of a command runs. */
    Subshell substitution() {
        return new Subshell(list, true);
    }

    /** Takes note of what stands behind a command or a group. */
    void separator(String operator) {
        boolean pipe = operator.equals("|") || operator.equals("|&");
        if (pipe) {
            closed.ifPresent(Subshell::fork);
        } else if (operator.equals("&")) {
            list.fork();
        }
        if (Set.of("&", ";", "\n").contains(operator)) {
            list = new Subshell(group, false);
        }
        // A pipe may go on in the next line.
        piped = pipe || (piped && operator.equals("\n"));
        closed = Optional.empty();
    }
}

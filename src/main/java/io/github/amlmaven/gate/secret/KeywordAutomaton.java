package io.github.amlmaven.gate.secret;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Finds every occurrence of many keywords in one pass over bytes, whatever the case of ASCII letters: the automaton of Aho and Corasick
 * ("Efficient string matching: an aid to bibliographic search", 1975) with its failure links resolved, so that each byte costs one step.
 */
final class KeywordAutomaton {

    /** Is told where a keyword ends. */
    @FunctionalInterface
    interface Listener {
        /** The keyword with this index ends before this offset. */
        void found(int keyword, int end);
    }

    private static final int START = 0;

    /** The column of each byte in the table; bytes that are in no keyword share the first one. */
    private final byte[] columns = new byte[256];

    private final int shift;
    private final char[] next;
    private final int[][] endings;

    /** For keywords in lower case. */
    KeywordAutomaton(List<String> keywords) {
        int width = 1;
        for (String keyword : keywords) {
            for (byte each : bytes(keyword)) {
                if (columns[each & 0xff] == 0) {
                    columns[each & 0xff] = (byte) width;
                    if (each >= 'a' && each <= 'z') {
                        columns[each - 'a' + 'A'] = (byte) width;
                    }
                    width++;
                }
            }
        }
        shift = Integer.SIZE - Integer.numberOfLeadingZeros(width - 1);
        int most = 1 + keywords.stream().mapToInt(String::length).sum();
        char[] table = new char[most << shift];
        List<List<Integer>> ends = new ArrayList<>();
        ends.add(new ArrayList<>());
        for (int keyword = 0; keyword < keywords.size(); keyword++) {
            int state = START;
            for (byte each : bytes(keywords.get(keyword))) {
                int cell = cell(state, each);
                if (table[cell] == START) {
                    table[cell] = (char) ends.size();
                    ends.add(new ArrayList<>());
                }
                state = table[cell];
            }
            ends.get(state).add(keyword);
        }
        next = Arrays.copyOf(table, ends.size() << shift);
        resolve(ends);
        endings = ends.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** Gives each state the transitions and the keywords of the longest other state that it ends with. */
    private void resolve(List<List<Integer>> ends) {
        int[] fallback = new int[ends.size()];
        Deque<Integer> queue = new ArrayDeque<>();
        queue.add(START);
        while (!queue.isEmpty()) {
            int state = queue.remove();
            for (int column = 0; column < 1 << shift; column++) {
                int cell = (state << shift) + column;
                int instead = state == START ? START : next[(fallback[state] << shift) + column];
                int to = next[cell];
                if (to == START) {
                    next[cell] = (char) instead;
                } else {
                    fallback[to] = instead;
                    ends.get(to).addAll(ends.get(instead));
                    queue.add(to);
                }
            }
        }
    }

    /**
     * Reads on.
     *
     * @param state what the last call returned; 0 at the beginning of a text
     * @param bytes the text
     * @param from the first offset to read
     * @param to the offset after the last one
     * @param listener is told every keyword, in the order of the ends
     * @return the state for the next call
     */
    int read(int state, byte[] bytes, int from, int to, Listener listener) {
        int at = state;
        for (int i = from; i < to; i++) {
            at = next[cell(at, bytes[i])];
            int[] found = endings[at];
            if (found.length > 0) {
                for (int keyword : found) {
                    listener.found(keyword, i + 1);
                }
            }
        }
        return at;
    }

    private int cell(int state, byte each) {
        return (state << shift) | columns[each & 0xff];
    }

    private static byte[] bytes(String keyword) {
        return keyword.getBytes(StandardCharsets.ISO_8859_1);
    }
}

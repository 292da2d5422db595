package io.github.amlmaven.gate.secret;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every format of a secret, by the keywords that announce it. It has no state, so threads share it. */
final class FormatSet {
    /** All that are known, the most telling first: where two match, the first is what is reported. */
    static final FormatSet ALL =
            new FormatSet(Stream.of(KeyFormats.all(), VendorFormats.all(), AzureFormats.all(), ContextFormats.all())
                    .flatMap(List::stream)
                    .toList());

    private final List<SecretFormat> formats;
    private final List<String> keywords;
    private final int[][] byKeyword;
    private final KeywordAutomaton automaton;

    private FormatSet(List<SecretFormat> formats) {
        this.formats = formats;
        Map<String, List<Integer>> index = new LinkedHashMap<>();
        for (int i = 0; i < formats.size(); i++) {
            for (String keyword : formats.get(i).keywords()) {
                index.computeIfAbsent(keyword, any -> new ArrayList<>()).add(i);
            }
        }
        keywords = List.copyOf(index.keySet());
        byKeyword = index.values().stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        automaton = new KeywordAutomaton(keywords);
    }

    KeywordAutomaton automaton() {
        return automaton;
    }

    List<SecretFormat> formats() {
        return formats;
    }

    /** The indexes of the formats that a keyword announces. */
    int[] announcedBy(int keyword) {
        return byKeyword[keyword];
    }

    int length(int keyword) {
        return keywords.get(keyword).length();
    }

    /** Changes when a format does. */
    String version() {
        return Digest.of(formats.stream()
                        .map(format -> format.kind() + " " + format.keywords() + " " + format.lead() + " "
                                + format.expression())
                        .collect(Collectors.joining("\n")))
                .substring(0, 16);
    }
}

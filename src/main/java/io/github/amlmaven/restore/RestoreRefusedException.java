package io.github.amlmaven.restore;

import java.util.List;
import java.util.stream.Stream;

/** A snapshot that cannot be restored here. Nothing was changed; the message names everything that is in the way, and is for the user. */
public final class RestoreRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private static final int MOST_SHOWN = 20;

    RestoreRefusedException(String message) {
        super(message);
    }

    RestoreRefusedException(String what, List<String> reasons) {
        super(what + "\n" + String.join("\n", shown(reasons)));
    }

    private static List<String> shown(List<String> reasons) {
        if (reasons.size() <= MOST_SHOWN) {
            return reasons.stream().map(reason -> "  " + reason).toList();
        }
        List<String> first = reasons.subList(0, MOST_SHOWN - 1);
        int more = reasons.size() - first.size();
        return Stream.concat(first.stream().map(reason -> "  " + reason), Stream.of("  and " + more + " more"))
                .toList();
    }
}

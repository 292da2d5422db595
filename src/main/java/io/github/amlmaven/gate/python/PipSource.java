package io.github.amlmaven.gate.python;

import io.github.amlmaven.environment.PackageUrl;
import io.github.amlmaven.environment.PipLine;
import java.util.Optional;

/**
 * Where a requirement says that its package comes from.
 *
 * @param url what its URL says
 * @param remote whether it is a URL and no path
 * @param editable whether it stands after {@code -e}
 */
record PipSource(PackageUrl url, boolean remote, boolean editable) {

    /** The source that a line names; nothing when it leaves that to the index. */
    static Optional<PipSource> of(PipLine line) {
        if (line instanceof PipLine.Named named) {
            return named.requirement().url().map(url -> of(url, false));
        }
        if (line instanceof PipLine.Placed placed) {
            return Optional.of(of(placed.source().text(), placed.editable()));
        }
        return Optional.empty();
    }

    private static PipSource of(String text, boolean editable) {
        PackageUrl url = PackageUrl.of(text);
        return new PipSource(url, url.system().isPresent() || text.contains("://"), editable);
    }
}

package io.github.amlmaven.report;

import io.github.amlmaven.publish.Holds;
import io.github.amlmaven.publish.Running;
import io.github.amlmaven.publish.Standing;
import io.github.amlmaven.workspace.wire.Hold;
import java.util.ArrayList;
import java.util.List;

/** What of a project is live in a workspace, and what is held there, as a table for a terminal. */
public final class StandingTable {
    private StandingTable() {}

    /**
     * Lays the table out.
     *
     * @param standing what the workspace says
     * @param width how many characters a line may have
     * @return lines without line ends
     */
    public static List<String> lines(Standing standing, int width) {
        List<String> lines = new ArrayList<>();
        lines.add("In " + standing.place() + ":");
        lines.add("");
        TextTable table = new TextTable(List.of("VERSION", "IS"));
        for (Running live : standing.live()) {
            String before = live.before()
                    .map(previous -> ", " + version(previous.coordinates()) + " before")
                    .orElse("");
            table.row(List.of(live.version(), "live behind " + live.kind() + " " + live.name() + before));
        }
        for (Hold hold : standing.held()) {
            table.row(List.of(version(hold.stamp().coordinates()), Holds.spoken(hold)));
        }
        boolean nothing = standing.live().isEmpty() && standing.held().isEmpty();
        lines.addAll(nothing ? List.of("Nothing of it is live or held.") : table.lines(width));
        return lines;
    }

    private static String version(String coordinates) {
        return coordinates.substring(coordinates.lastIndexOf(':') + 1);
    }
}

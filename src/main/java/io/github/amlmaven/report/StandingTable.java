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
            table.row(List.of(live.version(), "live behind " + live.kind() + " " + live.name() + before(live)));
        }
        for (Running idle : standing.idle()) {
            String why = idle.idle().map(reason -> ": " + reason).orElse("");
            table.row(
                    List.of(idle.version(), "not live behind " + idle.kind() + " " + idle.name() + before(idle) + why));
        }
        for (Hold hold : standing.held()) {
            table.row(List.of(version(hold.stamp().coordinates()), Holds.spoken(hold)));
        }
        boolean nothing = standing.live().isEmpty()
                && standing.idle().isEmpty()
                && standing.held().isEmpty();
        lines.addAll(nothing ? List.of("Nothing of it is live or held.") : table.lines(width));
        return lines;
    }

    private static String before(Running running) {
        return running.before()
                .map(previous -> ", " + version(previous.coordinates()) + " before")
                .orElse("");
    }

    private static String version(String coordinates) {
        return coordinates.substring(coordinates.lastIndexOf(':') + 1);
    }
}

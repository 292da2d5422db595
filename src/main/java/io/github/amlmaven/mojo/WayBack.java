package io.github.amlmaven.mojo;

import io.github.amlmaven.publish.Former;
import io.github.amlmaven.publish.Plan;
import io.github.amlmaven.workspace.wire.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.maven.artifact.ArtifactUtils;

/**
 * How what was published is undone.
 *
 * @param where what says the target again on a command line, beginning with a space; or nothing
 * @param held whether what was left is held since
 */
record WayBack(String where, boolean held) {
    private static final Pattern COORDINATES = Pattern.compile("[\\w.-]+:[\\w.-]+:[\\w.+~-]+");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
    private static final int ABBREVIATED = 12;

    /**
     * Says it.
     *
     * @param plan what was done
     * @param formers what it pointed elsewhere, as it was before
     * @return lines for people, with the command; none when nothing ran anything else
     */
    List<String> lines(Plan plan, List<Former> formers) {
        List<String> lines = new ArrayList<>();
        TreeSet<String> versions = new TreeSet<>();
        for (Former former : formers) {
            String what = former.kind() + " " + former.name();
            if (former.stamp().filter(WayBack::isWritten).isEmpty()) {
                lines.add("Before, " + what + " was something that was not published with this plugin.");
                continue;
            }
            Stamp stamp = former.stamp().get();
            if (!stamp.snapshot().equals(plan.snapshot())) {
                lines.add("Before, " + what + " ran " + stamp.coordinates() + " (commit "
                        + stamp.commit().substring(0, ABBREVIATED) + ").");
                versions.add(stamp.coordinates());
            }
        }
        if (versions.size() == 1) {
            lines.addAll(commands(versions.first()));
        } else if (versions.size() > 1) {
            lines.add("No one version brings all of that back. `mvn aml:history" + where + "` shows what ran before.");
        }
        return lines;
    }

    /** Anyone can write a tag, and what is shown here is copied to a shell. */
    private static boolean isWritten(Stamp stamp) {
        return COORDINATES.matcher(stamp.coordinates()).matches()
                && COMMIT.matcher(stamp.commit()).matches();
    }

    private List<String> commands(String coordinates) {
        if (ArtifactUtils.isSnapshot(coordinates.substring(coordinates.lastIndexOf(':') + 1))) {
            return List.of("That is no release: to go back, restore its zip with"
                    + " mvn aml:restore -Daml.file=<zip> -Daml.to=workspace" + where);
        }
        List<String> commands = new ArrayList<>();
        commands.add("To go back to that:");
        if (held) {
            commands.add("  mvn aml:release-hold -Daml.artifact=" + coordinates + where);
        }
        commands.add("  mvn aml:restore -Daml.artifact=" + coordinates + " -Daml.to=workspace" + where);
        return commands;
    }
}

package io.github.amlmaven.mojo;

import io.github.amlmaven.publish.Former;
import io.github.amlmaven.publish.Plan;
import io.github.amlmaven.report.FormerJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/**
 * Writes down what is live before any of it is pointed elsewhere. The tags that are written with that say the same of what was published with
 * this plugin; of anything else there is only this.
 */
final class Recording {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final Pattern UNUSUAL = Pattern.compile("[^A-Za-z0-9_.-]");

    private final Optional<Path> folder;
    private final Log log;

    /**
     * Writes nothing yet.
     *
     * @param folder where to, if anywhere
     * @param log hears where it is
     */
    Recording(Optional<Path> folder, Log log) {
        this.folder = folder;
        this.log = log;
    }

    /**
     * Writes a file of its own, so that nothing that was written down before is lost.
     *
     * @param plan what is going to be done
     * @param formers what it points elsewhere
     * @param now when that is
     * @throws MojoExecutionException when it cannot be written; nothing must be published then
     */
    void write(Plan plan, List<Former> formers, Instant now) throws MojoExecutionException {
        if (formers.isEmpty()) {
            return;
        }
        if (folder.isEmpty()) {
            formers.stream()
                    .filter(former -> former.stamp().isEmpty())
                    .forEach(former -> log.warn("What " + former.kind() + " " + former.name()
                            + " is now is not written down: it was not published with this plugin, and there is no"
                            + " project to write to. -Daml.beforeFolder= names a folder."));
            return;
        }
        Path file =
                folder.get().resolve(UNUSUAL.matcher(plan.target()).replaceAll("_") + "-" + TIME.format(now) + ".json");
        try {
            FormerJson.write(plan, formers, now, file);
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "What is live cannot be written down in " + file + ", so nothing is published: "
                            + DiskTrouble.words(e),
                    e);
        }
        log.info("What was live before is in " + file + ".");
    }
}

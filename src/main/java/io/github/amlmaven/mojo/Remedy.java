package io.github.amlmaven.mojo;

import io.github.amlmaven.repository.History;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a user does about a snapshot that is not sound. Where it is from decides what there is to go back to. */
final class Remedy {
    /** What is shown in a command came from a file that anyone may have made. */
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

    private Remedy() {}

    /**
     * For a file that somebody put there.
     *
     * @param commit the commit that it says it was made from, if it can still say anything
     */
    static String ofFile(Optional<String> commit) {
        return "Copy the file anew from where it is whole, or take the one that a Maven repository has, with"
                + " -Daml.version or -Daml.commit in the place of -Daml.file. " + anew(commit);
    }

    /**
     * For a download.
     *
     * @param zip where the local repository has it
     * @param commit the commit that the manifest beside it says it was made from, if that can be read
     */
    static String ofDownload(Path zip, Optional<String> commit) {
        return download(zip) + " " + anew(commit);
    }

    /**
     * For manifests that stand alone, of which a list cannot be made. What they are about may be whole.
     *
     * @param history the list
     * @return a sentence or more for each that is damaged
     */
    static List<String> of(History history) {
        List<String> remedies = new ArrayList<>();
        for (History.Entry entry : history.entries()) {
            if (entry instanceof History.Unreadable unreadable
                    && unreadable.damaged().isPresent()) {
                String name = history.coordinates() + ":" + unreadable.version();
                remedies.add("The manifest of " + name + " is damaged. "
                        + download(unreadable.damaged().get()) + " `mvn aml:verify -Daml.artifact=" + name
                        + "` says whether its zip is whole.");
            }
        }
        return remedies;
    }

    private static String download(Path file) {
        return "Delete " + file + " and run the command again, online, so that Maven downloads it anew. When that is"
                + " refused as well, what the repository has is damaged or was replaced.";
    }

    /** For what this build has left in its folder. */
    static String ofBuild() {
        return "Make it anew with `mvn clean package`.";
    }

    private static String anew(Optional<String> commit) {
        String id = commit.filter(COMMIT.asMatchPredicate()).orElse("COMMIT");
        return "To make it anew, run `git checkout " + id + "` and `mvn aml:snapshot` in its project, and give the zip"
                + " in target to -Daml.file."
                + (id.equals("COMMIT") ? " `mvn aml:history` lists the commits." : "");
    }
}

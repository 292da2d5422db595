package io.github.amlmaven.gate.image;

import io.github.amlmaven.gate.Rule;
import java.util.List;

/** The rules about images and Dockerfiles. */
public final class ImageRules {
    private ImageRules() {}

    /**
     * Every rule of this room.
     *
     * @return the rules, in the order of the documentation
     */
    public static List<Rule<?>> all() {
        return List.of(
                new ImageNoDigest(),
                new ImageLatest(),
                new ImageNoTag(),
                new ImageVariable(),
                new ImageMalformed(),
                new ImageFrontend(),
                new RunPipInstall(),
                new RunCondaInstall(),
                new RunSystemPackage(),
                new RunDownloadedScript(),
                new RunGitClone(),
                new AddDownload());
    }
}

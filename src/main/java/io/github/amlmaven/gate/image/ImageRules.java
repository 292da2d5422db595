package io.github.amlmaven.gate.image;

import io.github.amlmaven.gate.Pins;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import java.util.ArrayList;
import java.util.List;

/** The rules about images and Dockerfiles. */
public final class ImageRules {
    private ImageRules() {}

    /**
     * Every rule of this room.
     *
     * @param pins how much has to be fixed
     * @return the rules, in the order of the documentation
     */
    public static List<Rule<?>> all(Pins pins) {
        Severity loose = pins == Pins.LOCKED ? Severity.REFUSE : Severity.WARN;
        List<Rule<?>> rules = new ArrayList<>(List.of(
                new ImageNoDigest(),
                new ImageLatest(),
                new ImageNoTag(),
                new ImageVariable(),
                new ImageMalformed(),
                new ImageNoBase(),
                new ImageMissingSource(),
                new ImageNone(),
                new ImageFrontend(loose),
                new RunPipInstall(loose),
                new RunCondaInstall(loose),
                new RunSystemPackage(loose),
                new RunRPackage(loose),
                new RunToolInstall(loose),
                new RunLockFile(loose),
                new RunDownloadedScript(loose),
                new RunGitClone(loose),
                new RunUncheckedDownload(loose),
                new AddDownload(loose)));
        if (pins == Pins.LOCKED) {
            rules.addAll(List.of(new RunPipUnlocked(), new RunPackageUnlocked(), new RunCondaList()));
        }
        return List.copyOf(rules);
    }
}

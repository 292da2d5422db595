package io.github.amlmaven.gate.asset;

import io.github.amlmaven.gate.Subject;
import io.github.amlmaven.tree.TreePath;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What mends a reference by a label: the same with a version, and the command that prints which one that is today. */
final class LabelledAsset {
    private static final Pattern IN_WORKSPACE = Pattern.compile("(azureml:(?<name>[^:@/]+))(?:[:@](?<label>[^:@/]+))?");
    private static final Pattern IN_REGISTRY = Pattern.compile(
            "(azureml://registries/(?<registry>[^/]+)/[A-Za-z]+/(?<name>[^/]+))/(?:labels|versions)/(?<label>[^/]+)/?");

    private LabelledAsset() {}

    static String fix(Subject.RemoteReference subject) {
        TreePath folder = subject.reference().location().path().parent();
        return subject.definedHere()
                .map(file -> "Write file:" + relative(folder, file)
                        + ", which defines it here, so that it is captured and published with the rest.")
                .orElseGet(() -> pinned(subject));
    }

    private static String relative(TreePath folder, TreePath file) {
        TreePath shared = folder;
        StringBuilder up = new StringBuilder();
        while (!file.isIn(shared)) {
            shared = shared.parent();
            up.append("../");
        }
        return (up.isEmpty() ? "./" : up) + file.relativeTo(shared);
    }

    private static String pinned(Subject.RemoteReference subject) {
        String written = subject.reference().written();
        Matcher workspace = IN_WORKSPACE.matcher(written);
        Matcher registry = IN_REGISTRY.matcher(written);
        String kind = subject.remote().kind().name().toLowerCase(Locale.ROOT);
        if (workspace.matches()) {
            return fix(workspace.group(1) + ":<version>", command(kind, workspace));
        }
        if (registry.matches()) {
            String command = command(kind, registry) + " --registry-name " + registry.group("registry");
            return fix(registry.group(1) + "/versions/<version>", command);
        }
        return "Write the version that you tested: azureml:<name>:<version>, or .../versions/<version> in a registry.";
    }

    private static String command(String kind, Matcher reference) {
        String label = reference.group("label");
        return "az ml " + kind + " show --name " + reference.group("name") + " --label "
                + (label == null ? "latest" : label);
    }

    private static String fix(String exact, String command) {
        return "Write " + exact + ", with the version that you tested; `" + command + "` prints today's.";
    }
}

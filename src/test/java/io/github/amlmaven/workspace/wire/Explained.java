package io.github.amlmaven.workspace.wire;

import java.util.List;
import java.util.regex.Pattern;

/** A difference to Azure's client that is meant. The page of the wire explains each under its title. */
record Explained(String title, Pattern difference) {

    static final List<Explained> ALL = List.of(
            of("Times have a T", "/properties/trigger/(?:start|end)Time Azure: \"(\\S+) (\\S+)\" ours: \"\\1T\\2\""),
            of("Ids are ids", ".*/(?:componentId|sourceJobId) Azure: \"[a-z_:0-9]+\" ours: \"/subscriptions/.*"),
            of(
                    "Words are the contract's",
                    "(?i).*/(?:osType|egressPublicNetworkAccess|publicNetworkAccess) Azure: (\"\\w+\") ours: \\1"),
            of("Texts are texts", ".*/environmentVariables/\\w+ Azure: ([0-9]+) ours: \"\\1\""),
            of("Texts are texts", "(?i).*/deploymentConfiguration/settings/\\w+ Azure: (true|false) ours: \"\\1\""),
            of("Versions keep their digits", ".*/componentSpec/version Azure: \"1\\.1\" ours: \"1\\.10\""),
            of("Versions keep their digits", ".*/componentSpec/version Azure:  ours: \"1\""),
            of("Defaults keep their digits", ".*/default Azure: \"([0-9]+)\\.0\" ours: \"\\1\""),
            of("Nothing unknown is dropped", ".*/outputs/\\w+/is_control Azure:  ours: true"),
            of("Nothing unknown is dropped", "/properties/properties Azure:  ours: \\{\"p\":\"q\"}"),
            of("No version of a job's output", "/properties/outputs/\\w+/assetVersion Azure: \"[0-9]+\" ours: "),
            of("No priority of a job", "/properties/queueSettings/priority Azure: 3 ours: "),
            of("Resources of a sweep are its trial's", "/properties/resources Azure: \\{\"instanceCount\":2} ours: "),
            of("A job is called by its name", "/properties/displayName Azure: \"[a-z]+_[a-z]+_[a-z0-9]{10}\" ours: "));

    private static Explained of(String title, String regex) {
        return new Explained(title, Pattern.compile(regex));
    }

    boolean explains(String line) {
        return difference.matcher(line).matches();
    }
}

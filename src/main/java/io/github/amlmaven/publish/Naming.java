package io.github.amlmaven.publish;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.definition.AssetKind;
import io.github.amlmaven.snapshot.Manifest;
import io.github.amlmaven.workspace.wire.AssetName;
import io.github.amlmaven.workspace.wire.AssetNames;
import io.github.amlmaven.workspace.wire.Definition;
import io.github.amlmaven.workspace.wire.UntranslatableException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What things are called in a target. A version is the definition's; else the project's; of a project that is a SNAPSHOT, the version and
 * the beginning of the content's digest, since other content needs another version.
 */
final class Naming {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]*");
    private static final Pattern UNFIT = Pattern.compile("[^A-Za-z0-9_-]+");

    private final Manifest.Project project;
    private final List<String> problems;

    /**
     * Prepares to name what belongs to a project.
     *
     * @param project the project
     * @param problems takes what cannot be named
     */
    Naming(Manifest.Project project, List<String> problems) {
        this.project = project;
        this.problems = problems;
    }

    /**
     * Names a definition.
     *
     * @param definition the definition
     * @param digest its digest
     * @return its name; of an anonymous one with a version that says nothing yet
     */
    AssetName of(Definition definition, String digest) {
        return switch (definition.id().kind()) {
            case SCHEDULE, ENDPOINT, DEPLOYMENT ->
                new AssetName(text(definition.tree(), "name").orElseGet(() -> missing(definition)), "", false);
            case PIPELINE, JOB -> {
                String name = text(definition.tree(), "name").orElseGet(() -> stem(definition));
                yield new AssetName(name, AssetNames.version(project.version(), digest), false);
            }
            default -> asset(definition, digest);
        };
    }

    private AssetName asset(Definition definition, String digest) {
        try {
            return AssetNames.of(definition, project.version(), digest)
                    .orElseGet(() -> new AssetName(anonymous(definition.id().kind()), "1", true));
        } catch (UntranslatableException e) {
            problems.add(e.getMessage());
            return new AssetName("unnamed", "1", false);
        }
    }

    private static String anonymous(AssetKind kind) {
        return kind == AssetKind.COMPONENT ? AssetName.ANONYMOUS_COMPONENT : AssetName.ANONYMOUS_ENVIRONMENT;
    }

    private String missing(Definition definition) {
        problems.add(definition.id().source() + ": a " + definition.id().kind().label()
                + " needs a name to be published. Write 'name:'.");
        return "unnamed";
    }

    /** Most jobs have no name; their files have. */
    private static String stem(Definition job) {
        String file = job.id().path().name();
        int dot = file.lastIndexOf('.');
        return UNFIT.matcher(dot > 0 ? file.substring(0, dot) : file).replaceAll("_");
    }

    /** What to do when something else has an element's name and version. */
    static String next(Element.Asset element, Manifest manifest) {
        String source = element.definition().id().source();
        Optional<String> written = text(element.definition().tree(), "version");
        if (written.isEmpty()) {
            return "It has the version of the project, " + manifest.project().version()
                    + ": release the project under another one, or write a 'version:' in " + source + ".";
        }
        String next = NUMBER.matcher(written.get()).matches()
                ? "version: " + new BigInteger(written.get()).add(BigInteger.ONE)
                : "a version other than " + written.get();
        return "Write " + next + " in " + source + " and commit it.";
    }

    private static Optional<String> text(JsonNode tree, String field) {
        JsonNode value = tree.path(field);
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
    }
}

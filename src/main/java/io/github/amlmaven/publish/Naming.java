package io.github.amlmaven.publish;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.definition.AssetKind;
import io.github.amlmaven.document.Location;
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

    /** What all kinds have in common. Azure is stricter about endpoints and deployments, and says so itself. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,254}");

    private final Manifest.Project project;
    private final Places places;
    private final List<String> problems;

    /**
     * Prepares to name what belongs to a project.
     *
     * @param project the project
     * @param places where the definitions are written
     * @param problems takes what cannot be named
     */
    Naming(Manifest.Project project, Places places, List<String> problems) {
        this.project = project;
        this.places = places;
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
            case SCHEDULE, ENDPOINT -> new AssetName(named(definition, "name"), "", false);
            case DEPLOYMENT -> {
                named(definition, "endpoint_name");
                yield new AssetName(named(definition, "name"), "", false);
            }
            case PIPELINE, JOB -> {
                String name = text(definition.tree(), "name").orElseGet(() -> stem(definition));
                yield new AssetName(
                        fit(definition, "name", name), AssetNames.version(project.version(), digest), false);
            }
            default -> asset(definition, digest);
        };
    }

    private AssetName asset(Definition definition, String digest) {
        try {
            return AssetNames.of(definition, project.version(), digest)
                    .orElseGet(() -> new AssetName(anonymous(definition.id().kind()), "1", true));
        } catch (UntranslatableException e) {
            problems.addAll(places.sentences(e));
            return new AssetName(placeholder(), "1", false);
        }
    }

    private static String anonymous(AssetKind kind) {
        return kind == AssetKind.COMPONENT ? AssetName.ANONYMOUS_COMPONENT : AssetName.ANONYMOUS_ENVIRONMENT;
    }

    private String named(Definition definition, String field) {
        Optional<String> name = text(definition.tree(), field);
        return name.isPresent() ? fit(definition, field, name.get()) : missing(definition, field);
    }

    private String missing(Definition definition, String field) {
        String what = definition.id().kind().label();
        String fix = field.equals("endpoint_name")
                ? "Write 'endpoint_name:' with the name of the endpoint that it stands behind."
                : "Write '" + field + ":'.";
        problems.add(places.sentence(
                definition.id(),
                JsonPointer.empty(),
                "a " + what + " needs its '" + field + "' to be published. " + fix));
        return placeholder();
    }

    private String fit(Definition definition, String field, String name) {
        if (NAME.matcher(name.startsWith(Names.AZUREML) ? name.substring(Names.AZUREML.length()) : name)
                .matches()) {
            return name;
        }
        problems.add(places.sentence(
                definition.id(),
                JsonPointer.empty().appendProperty(field),
                "'" + name + "' is no name that Azure ML takes. Use letters, digits, '.', '_' and '-', at most 255, a"
                        + " letter or a digit first."));
        return placeholder();
    }

    /** Of something that is not published: the problem is told, and no other for it. */
    private String placeholder() {
        return "unnamed-" + problems.size();
    }

    /** Most jobs have no name; their files have. */
    private static String stem(Definition job) {
        String file = job.id().path().name();
        int dot = file.lastIndexOf('.');
        return UNFIT.matcher(dot > 0 ? file.substring(0, dot) : file).replaceAll("_");
    }

    /** What to do when something else has an element's name and version. */
    static String next(Element.Asset element, Publication publication) {
        Optional<String> written = text(element.definition().tree(), "version");
        Location place = new Places(publication.source())
                .of(element.definition().id(), JsonPointer.empty().appendProperty("version"));
        if (written.isEmpty()) {
            return "It has the version of the project, "
                    + publication.manifest().project().version()
                    + ": release the project under another one, or write a 'version:' at " + place + ".";
        }
        String next = NUMBER.matcher(written.get()).matches()
                ? "version: " + new BigInteger(written.get()).add(BigInteger.ONE)
                : "a version other than " + written.get();
        return "Write " + next + " at " + place + " and commit it.";
    }

    private static Optional<String> text(JsonNode tree, String field) {
        JsonNode value = tree.path(field);
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
    }
}

package io.github.amlmaven.definition;

import io.github.amlmaven.definition.Target.Pin;
import io.github.amlmaven.definition.Target.RemoteKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the text of a reference that leads out of the repository: {@code azureml:name:version}, {@code azureml:name@label}, an ARM id,
 * {@code azureml://…}, a URL, an image.
 */
final class RemoteReference {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);
    private static final Pattern DIGEST = Pattern.compile("@sha256:[0-9a-f]{64}$");
    private static final Pattern COMMIT = Pattern.compile("[@#/=][0-9a-fA-F]{40}(?=$|[^0-9a-fA-F])");
    private static final Pattern VERSION = Pattern.compile("/versions/[^/]+/?$");
    private static final Pattern LABEL_AS_VERSION = Pattern.compile("/versions/(?:latest|default)/?$");
    /** What people write and no machine resolves: {@code {{version}}}, {@code <fill in>}. */
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{.*}}|<[^<>]+>");

    /** By the collection's name in an id. */
    private static final Map<String, RemoteKind> COLLECTIONS = Map.ofEntries(
            Map.entry("components", RemoteKind.COMPONENT),
            Map.entry("environments", RemoteKind.ENVIRONMENT),
            Map.entry("data", RemoteKind.DATA),
            Map.entry("models", RemoteKind.MODEL),
            Map.entry("codes", RemoteKind.CODE),
            Map.entry("computes", RemoteKind.COMPUTE),
            Map.entry("datastores", RemoteKind.DATASTORE),
            Map.entry("jobs", RemoteKind.JOB),
            Map.entry("batchendpoints", RemoteKind.ENDPOINT),
            Map.entry("onlineendpoints", RemoteKind.ENDPOINT));

    private RemoteReference() {}

    /**
     * Reads a text that may be a path.
     *
     * @param text the reference as written
     * @param expected what the field takes
     * @return what it names; nothing when it can only be a path of this repository
     */
    static Optional<Target.Remote> ifRemote(String text, RemoteKind expected) {
        boolean path = text.startsWith("file:") || (!SCHEME.matcher(text).matches() && !isTemplate(text));
        return path || isDrive(text) ? Optional.empty() : Optional.of(of(text, expected));
    }

    /**
     * Reads a text that is never a path.
     *
     * @param text the reference as written
     * @param expected what the field takes
     * @return what it names
     */
    static Target.Remote of(String text, RemoteKind expected) {
        if (isTemplate(text)) {
            return new Target.Remote(expected, isVersioned(expected) ? Pin.FLOATING : Pin.UNVERSIONED);
        }
        if (expected == RemoteKind.IMAGE) {
            return new Target.Remote(expected, DIGEST.matcher(text).find() ? Pin.PINNED : Pin.FLOATING);
        }
        if (text.startsWith("azureml:")) {
            return ofAzure(text.substring("azureml:".length()), expected);
        }
        if (text.startsWith("runs:/")) {
            return new Target.Remote(expected, Pin.PINNED);
        }
        boolean commit = expected == RemoteKind.CODE && COMMIT.matcher(text).find();
        return new Target.Remote(expected, commit || expected == RemoteKind.JOB ? Pin.PINNED : floating(expected));
    }

    private static Target.Remote ofAzure(String id, RemoteKind expected) {
        if (!id.contains("/")) {
            return new Target.Remote(expected, pinOfName(id, expected));
        }
        RemoteKind kind = collection(id).orElse(expected);
        if (VERSION.matcher(id).find() && !LABEL_AS_VERSION.matcher(id).find()) {
            return new Target.Remote(kind, Pin.PINNED);
        }
        // A job runs once; what it wrote keeps its address.
        if (kind == RemoteKind.JOB) {
            return new Target.Remote(expected, Pin.PINNED);
        }
        if (kind == RemoteKind.DATASTORE && id.contains("/paths/")) {
            return new Target.Remote(expected, floating(expected));
        }
        return new Target.Remote(kind, floating(kind));
    }

    /**
     * The collection that an id speaks of: the name behind its workspace or registry, or the first one of a short id such as {@code
     * azureml://datastores/d/paths/p}.
     */
    private static Optional<RemoteKind> collection(String id) {
        List<String> names = Stream.of(id.toLowerCase(Locale.ROOT).split("/", -1))
                .filter(name -> !name.isEmpty())
                .toList();
        int place = Math.max(names.indexOf("workspaces"), names.indexOf("registries"));
        int index = place < 0 ? 0 : place + 2;
        return index < names.size() ? Optional.ofNullable(COLLECTIONS.get(names.get(index))) : Optional.empty();
    }

    private static Pin pinOfName(String name, RemoteKind kind) {
        if (!isVersioned(kind)) {
            return kind == RemoteKind.JOB ? Pin.PINNED : Pin.UNVERSIONED;
        }
        int colon = name.lastIndexOf(':');
        String version = name.substring(colon + 1);
        boolean label = version.equals("latest") || version.equals("default");
        return colon > 0 && !version.isEmpty() && !label && name.indexOf('@') < 0 ? Pin.PINNED : Pin.FLOATING;
    }

    private static Pin floating(RemoteKind kind) {
        return isVersioned(kind) ? Pin.FLOATING : Pin.UNVERSIONED;
    }

    private static boolean isVersioned(RemoteKind kind) {
        return switch (kind) {
            case COMPUTE, DATASTORE, ENDPOINT, JOB -> false;
            default -> true;
        };
    }

    private static boolean isTemplate(String text) {
        return TEMPLATE.matcher(text).find();
    }

    private static boolean isDrive(String text) {
        return text.length() > 2 && text.charAt(1) == ':' && (text.charAt(2) == '\\' || text.charAt(2) == '/');
    }
}

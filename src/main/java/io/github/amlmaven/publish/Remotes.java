package io.github.amlmaven.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.definition.Target.RemoteKind;
import io.github.amlmaven.snapshot.CanonicalJson;
import io.github.amlmaven.snapshot.Manifest;
import io.github.amlmaven.snapshot.Manifest.RemoteEntry;
import io.github.amlmaven.workspace.Collection;
import io.github.amlmaven.workspace.Place;
import io.github.amlmaven.workspace.Resource;
import io.github.amlmaven.workspace.ResourceName;
import io.github.amlmaven.workspace.Workspace;
import io.github.amlmaven.workspace.WorkspaceException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a snapshot refers to in its target has to be there, and is not the same in each. */
final class Remotes {
    private static final String AZUREML = "azureml:";
    private static final String DATASTORES = "azureml://datastores/";

    /** Azure resolves these itself. */
    private static final String CURATED = "AzureML-";

    /** Computes that need no making. */
    private static final Set<String> BUILT_IN = Set.of("serverless", "local");

    /** What changes by itself, or says where something is and not what it is. */
    private static final Set<String> PASSING =
            Set.of("tags", "provisioningState", "stage", "isArchived", "description");

    private static final Map<RemoteKind, Collection> COLLECTIONS = Map.of(
            RemoteKind.COMPONENT, Collection.COMPONENT,
            RemoteKind.ENVIRONMENT, Collection.ENVIRONMENT,
            RemoteKind.DATA, Collection.DATA,
            RemoteKind.MODEL, Collection.MODEL,
            RemoteKind.CODE, Collection.CODE,
            RemoteKind.COMPUTE, Collection.COMPUTE,
            RemoteKind.DATASTORE, Collection.DATASTORE,
            RemoteKind.JOB, Collection.JOB);

    private final Publication publication;
    private final Workspace workspace;
    private final Known known;
    private final List<Plan.Remote> found = Collections.synchronizedList(new ArrayList<>());
    private final List<String> problems = Collections.synchronizedList(new ArrayList<>());
    private final List<String> remarks = Collections.synchronizedList(new ArrayList<>());

    Remotes(Publication publication, Workspace workspace, Known known) {
        this.publication = publication;
        this.workspace = workspace;
        this.known = known;
    }

    List<Plan.Remote> found() {
        return found.stream().sorted(Comparator.comparing(Plan.Remote::written)).toList();
    }

    List<String> problems() {
        return problems.stream().sorted().toList();
    }

    List<String> remarks() {
        return remarks.stream().sorted().toList();
    }

    /** One task for each reference. */
    List<Crew.Task> tasks() {
        Map<String, TreeSet<String>> sources = new TreeMap<>();
        Map<String, RemoteEntry> entries = new TreeMap<>();
        Set<String> published = new TreeSet<>();
        publication.elements().forEach(element -> published.add(element.reference()));
        for (RemoteEntry entry : publication.manifest().remote()) {
            String written = renamed(entry);
            if (published.contains(entry.asset()) && isLookedUp(entry.kind(), written)) {
                String key = entry.kind() + " " + written;
                entries.put(key, entry);
                sources.computeIfAbsent(key, any -> new TreeSet<>()).add(place(entry.source()));
            }
        }
        List<Crew.Task> tasks = new ArrayList<>();
        entries.forEach((key, entry) -> tasks.add(() ->
                look(entry.kind(), renamed(entry), String.join(", ", sources.getOrDefault(key, new TreeSet<>())))));
        return tasks;
    }

    private String renamed(RemoteEntry entry) {
        String field =
                switch (entry.kind()) {
                    case COMPUTE -> "compute";
                    case DATASTORE -> "default_datastore";
                    default -> "path";
                };
        return publication.target().overlay().renamedReference(field, entry.written());
    }

    private boolean isLookedUp(RemoteKind kind, String written) {
        // A registry has neither computes nor datastores, and what names one of them says what runs there.
        boolean runs = kind == RemoteKind.COMPUTE || (kind == RemoteKind.DATASTORE && !written.startsWith(DATASTORES));
        if (runs && workspace.place().kind() == Place.Kind.REGISTRY) {
            return false;
        }
        boolean name = written.startsWith(AZUREML) || kind == RemoteKind.COMPUTE || kind == RemoteKind.DATASTORE;
        return name
                && COLLECTIONS.containsKey(kind)
                && !written.contains("${{")
                && !BUILT_IN.contains(plain(written))
                && (!written.startsWith("azureml://") || written.startsWith(DATASTORES) || inRegistry(written));
    }

    private static boolean inRegistry(String written) {
        return written.startsWith("azureml://registries/");
    }

    private static String place(Manifest.Source source) {
        return source.path() + ":" + source.line();
    }

    private static String plain(String written) {
        return written.startsWith(AZUREML) ? written.substring(AZUREML.length()) : written;
    }

    private void look(RemoteKind kind, String written, String where) throws WorkspaceException, InterruptedException {
        if (inRegistry(written) || isElsewhere(written)) {
            remarks.add(written + " is not in " + workspace.place() + ": whether it exists was not asked.");
            return;
        }
        Optional<Resource> there = find(kind, written);
        if (there.isPresent()) {
            found.add(new Plan.Remote(written, there.get().id(), digest(there.get())));
        } else if (plain(written).startsWith(CURATED)) {
            remarks.add(written + " is one of Azure's own, which " + workspace.place() + " does not list.");
        } else {
            String what = written.startsWith(DATASTORES)
                    ? "datastore for"
                    : kind.name().toLowerCase(Locale.ROOT);
            problems.add("There is no " + what + " " + written + " in " + workspace.place() + ", and " + where
                    + " refers to it. Make it there, or correct the reference.");
        }
    }

    private boolean isElsewhere(String written) {
        String id = plain(written).toLowerCase(Locale.ROOT);
        String own = workspace.place().id().toLowerCase(Locale.ROOT) + "/";
        return id.startsWith("/subscriptions/") && !id.startsWith(own);
    }

    private Optional<Resource> find(RemoteKind kind, String written) throws WorkspaceException, InterruptedException {
        if (written.startsWith(DATASTORES)) {
            String name = written.substring(DATASTORES.length()).split("/", -1)[0];
            return known(ResourceName.written(Collection.DATASTORE, name, Optional.empty()));
        }
        String name = plain(written);
        Collection collection = Optional.ofNullable(COLLECTIONS.get(kind)).orElseThrow();
        Optional<ResourceName> id = ResourceName.inId(name);
        if (id.isPresent()) {
            return known(id);
        }
        int label = name.indexOf('@');
        int colon = name.lastIndexOf(':');
        if (!collection.isAsset()) {
            return known(ResourceName.written(collection, name, Optional.empty()));
        } else if (label > 0 || colon < 0) {
            String asset = label > 0 ? name.substring(0, label) : name;
            return workspace.newestVersions(collection, asset, 1).stream().findFirst();
        }
        return known(
                ResourceName.written(collection, name.substring(0, colon), Optional.of(name.substring(colon + 1))));
    }

    private Optional<Resource> known(Optional<ResourceName> name) throws WorkspaceException, InterruptedException {
        return name.isPresent() ? known.get(name.get()) : Optional.empty();
    }

    static String digest(Resource resource) {
        JsonNode properties = resource.properties().deepCopy();
        if (properties instanceof ObjectNode object) {
            object.remove(PASSING);
            // The service notes there which version has a label at the moment.
            object.remove("properties");
        }
        return CanonicalJson.digest(properties.isMissingNode() ? resource.body().path("name") : properties);
    }
}

package io.github.amlmaven.gate;

import io.github.amlmaven.definition.AssetId;
import io.github.amlmaven.definition.AssetKind;
import io.github.amlmaven.definition.DefinitionGraph;
import io.github.amlmaven.definition.Reference;
import io.github.amlmaven.definition.Target;
import io.github.amlmaven.definition.Target.RemoteKind;
import io.github.amlmaven.tree.TreePath;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The components and environments that have a file of their own in a graph, by their names. */
final class DefinedHere {
    private static final Pattern IN_WORKSPACE = Pattern.compile("azureml:(?<name>[^:@/]+)(?:[:@][^:@/]*)?");
    private static final Map<RemoteKind, AssetKind> KINDS =
            Map.of(RemoteKind.COMPONENT, AssetKind.COMPONENT, RemoteKind.ENVIRONMENT, AssetKind.ENVIRONMENT);

    private final Map<AssetKind, Map<String, TreePath>> files = new HashMap<>();

    private DefinedHere() {}

    static DefinedHere in(DefinitionGraph graph) {
        DefinedHere here = new DefinedHere();
        graph.assets()
                .forEach((id, asset) ->
                        asset.name().filter(name -> id.place().isEmpty()).ifPresent(name -> here.put(id, name)));
        return here;
    }

    private void put(AssetId id, String name) {
        files.computeIfAbsent(id.kind(), kind -> new HashMap<>()).putIfAbsent(name, id.path());
    }

    /** The file that defines what a reference names by its name in a workspace, other than the one that it stands in. */
    Optional<TreePath> of(Reference reference, Target.Remote remote) {
        Matcher name = IN_WORKSPACE.matcher(reference.written());
        AssetKind kind = KINDS.get(remote.kind());
        if (kind == null || !name.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(files.getOrDefault(kind, Map.of()).get(name.group("name")))
                .filter(file -> !file.equals(reference.location().path()));
    }
}

package io.github.amlmaven.definition;

import io.github.amlmaven.code.CodeListing;
import io.github.amlmaven.environment.EnvironmentSpec;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that some entry points define and refer to, inside one tree.
 *
 * @param entries the definitions that were asked for
 * @param assets every definition that they lead to, themselves included
 * @param environments what each environment among them is made of
 * @param code what is uploaded for each piece of code
 * @param files every file and link that was read or is run, by its path
 * @param problems why a part could not be read, in the order of their places; empty when the graph is whole
 */
public record DefinitionGraph(
        List<AssetId> entries,
        SortedMap<AssetId, Asset> assets,
        SortedMap<AssetId, EnvironmentSpec> environments,
        SortedMap<CodeId, CodeListing> code,
        SortedMap<TreePath, TreeEntry> files,
        List<Problem> problems) {

    /** Takes its own copies. */
    public DefinitionGraph {
        entries = List.copyOf(entries);
        assets = sorted(assets);
        environments = sorted(environments);
        code = sorted(code);
        files = sorted(files);
        problems = problems.stream().sorted().toList();
    }

    private static <K extends Comparable<K>, V> SortedMap<K, V> sorted(Map<K, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}

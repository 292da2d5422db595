package io.github.amlmaven.definition;

import io.github.amlmaven.code.CodeListing;
import io.github.amlmaven.environment.EnvironmentSpec;
import io.github.amlmaven.environment.JobScript;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that some entry points define and refer to, inside one tree.
 *
 * @param entries the definitions that were asked for
 * @param assets every definition that they lead to, themselves included
 * @param environments what each environment among them is made of
 * @param scripts the commands of each job, component and pipeline that has some
 * @param code what is uploaded for each piece of code
 * @param files every file and link that was read or is run, by its path
 * @param problems why a part could not be read, in the order of their places; empty when the graph is whole
 * @param passedOver why some of the files that were asked for could not be read that show no sign of being definitions, and that no
 *     definition refers to
 */
public record DefinitionGraph(
        List<AssetId> entries,
        SortedMap<AssetId, Asset> assets,
        SortedMap<AssetId, EnvironmentSpec> environments,
        SortedMap<AssetId, List<JobScript>> scripts,
        SortedMap<CodeId, CodeListing> code,
        SortedMap<TreePath, TreeEntry> files,
        List<Problem> problems,
        List<Problem> passedOver) {

    /** Takes its own copies. */
    public DefinitionGraph {
        entries = List.copyOf(entries);
        assets = sorted(assets);
        environments = sorted(environments);
        scripts = sorted(scripts);
        code = sorted(code);
        files = sorted(files);
        problems = problems.stream().sorted().toList();
        passedOver = passedOver.stream().sorted().toList();
    }

    /**
     * Reads what some files define, and everything that they lead to.
     *
     * @param tree the tree that holds them
     * @param paths files that may be definitions; one that is none is passed over
     * @return the graph; what could not be read is among its problems
     * @throws IOException when the tree cannot be read
     */
    public static DefinitionGraph read(FileTree tree, Collection<TreePath> paths) throws IOException {
        return new GraphReader(tree).read(paths);
    }

    /**
     * One of the assets.
     *
     * @param id an id that the graph gave
     * @return the asset
     * @throws NoSuchElementException when the graph has no such asset
     */
    public Asset asset(AssetId id) {
        return Optional.ofNullable(assets.get(id)).orElseThrow(() -> new NoSuchElementException(id.toString()));
    }

    private static <K extends Comparable<K>, V> SortedMap<K, V> sorted(Map<K, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}

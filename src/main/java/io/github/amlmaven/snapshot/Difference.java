package io.github.amlmaven.snapshot;

import io.github.amlmaven.definition.AssetId;
import io.github.amlmaven.definition.CodeId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * What is not the same in two snapshots, by the digests in their manifests. A definition that leads to something which has changed has
 * changed, too.
 *
 * @param assets definitions
 * @param code pieces of code that are uploaded
 */
public record Difference(Changes<AssetId> assets, Changes<CodeId> code) {

    /**
     * What became of things of one kind.
     *
     * @param added what only the newer snapshot has, in its order
     * @param removed what only the older snapshot has, in its order
     * @param changed what both have with another digest, in the order of the newer one
     * @param <I> how they are told apart
     */
    public record Changes<I>(List<I> added, List<I> removed, List<I> changed) {
        /** Takes its own copies. */
        public Changes {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
            changed = List.copyOf(changed);
        }

        /**
         * Whether nothing became of them.
         *
         * @return true when all lists are empty
         */
        public boolean isEmpty() {
            return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
        }
    }

    /**
     * Compares two snapshots.
     *
     * @param older the one that was
     * @param newer the one that is
     * @return what is not the same
     */
    public static Difference between(Manifest older, Manifest newer) {
        return new Difference(changes(assets(older), assets(newer)), changes(code(older), code(newer)));
    }

    /**
     * Whether both hold the same definitions and code; they may be of different commits.
     *
     * @return true when nothing was added, removed or changed
     */
    public boolean isEmpty() {
        return assets.isEmpty() && code.isEmpty();
    }

    private static Map<AssetId, String> assets(Manifest manifest) {
        return digests(manifest.assets(), Manifest.AssetEntry::id, Manifest.AssetEntry::digest);
    }

    private static Map<CodeId, String> code(Manifest manifest) {
        return digests(manifest.code(), Manifest.CodeEntry::id, Manifest.CodeEntry::digest);
    }

    private static <E, I> Map<I, String> digests(List<E> entries, Function<E, I> id, Function<E, String> digest) {
        Map<I, String> digests = new LinkedHashMap<>();
        entries.forEach(entry -> digests.put(id.apply(entry), digest.apply(entry)));
        return digests;
    }

    private static <I> Changes<I> changes(Map<I, String> older, Map<I, String> newer) {
        return new Changes<>(
                newer.keySet().stream().filter(id -> !older.containsKey(id)).toList(),
                older.keySet().stream().filter(id -> !newer.containsKey(id)).toList(),
                newer.keySet().stream()
                        .filter(older::containsKey)
                        .filter(id -> !Objects.equals(older.get(id), newer.get(id)))
                        .toList());
    }
}

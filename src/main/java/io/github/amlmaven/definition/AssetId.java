package io.github.amlmaven.definition;

import io.github.amlmaven.tree.TreePath;

/**
 * Which asset, by where it is written: most pipelines have no name, and names collide.
 *
 * @param kind what it is
 * @param path the file that defines it
 * @param place where in the file, as names and indexes joined by {@code /}, for an inline definition; empty for the file itself
 */
public record AssetId(AssetKind kind, TreePath path, String place) implements Comparable<AssetId> {

    /**
     * The source path, with the place after {@code #} when it is inline. In the path, {@code %}, {@code #} and {@code +} are {@code %25},
     * {@code %23} and {@code %2B}, so that two assets never have one source.
     *
     * @return for example {@code train/train.yml} or {@code pipeline.yml#jobs/train/environment}
     */
    public String source() {
        return place.isEmpty() ? ReferencePath.of(path) : ReferencePath.of(path) + "#" + place;
    }

    @Override
    public int compareTo(AssetId other) {
        int byKind = kind.compareTo(other.kind);
        if (byKind != 0) {
            return byKind;
        }
        int byPath = path.compareTo(other.path);
        return byPath != 0 ? byPath : place.compareTo(other.place);
    }

    /** As a resolved definition refers to it: {@code snapshot:component/train/train.yml}. */
    @Override
    public String toString() {
        return "snapshot:" + kind.label() + "/" + source();
    }
}

package io.github.amlmaven.publish;

import io.github.amlmaven.definition.Target.RemoteKind;
import io.github.amlmaven.snapshot.Manifest.CodeEntry;
import io.github.amlmaven.tree.TreePath;
import io.github.amlmaven.workspace.Collection;
import io.github.amlmaven.workspace.ResourceName;
import io.github.amlmaven.workspace.wire.AssetName;
import io.github.amlmaven.workspace.wire.Definition;
import java.util.Optional;
import java.util.Set;

/** Something of a snapshot that is published by itself. */
sealed interface Element {

    /** What the resolved definitions call it: {@code snapshot:}, a kind, {@code /} and where it is. */
    String reference();

    /** The references of what has to be there before it. */
    Set<String> needs();

    /**
     * Code that is uploaded to run.
     *
     * @param entry the manifest's
     */
    record Code(String reference, CodeEntry entry) implements Element {
        @Override
        public Set<String> needs() {
            return Set.of();
        }
    }

    /**
     * Files that are uploaded as they are: data, a model, a build context.
     *
     * @param path the file or the folder
     * @param digest {@code sha256:} and hex digits over the names, modes and contents
     * @param holder in a registry the version that they are uploaded for; a workspace keeps them in a datastore
     */
    record Files(String reference, TreePath path, String digest, Optional<ResourceName> holder) implements Element {
        @Override
        public Set<String> needs() {
            return Set.of();
        }
    }

    /**
     * A definition.
     *
     * @param definition the same, as the target gets it
     * @param collection what it becomes
     * @param name what it will be called; of an anonymous one the version is not known before what it needs is
     * @param digest the digest of the snapshot's manifest; of a step that is written inline that of its pipeline
     * @param needs what its body names
     * @param labels what its body names by a label, whose version has to be asked for
     */
    record Asset(
            String reference,
            Definition definition,
            Collection collection,
            AssetName name,
            String digest,
            Set<String> needs,
            Set<Label> labels)
            implements Element {
        /** Takes its own copies. */
        public Asset {
            needs = Set.copyOf(needs);
            labels = Set.copyOf(labels);
        }

        /** Whether files can be uploaded for it alone, as a registry wants it. */
        boolean takesFiles() {
            return collection == Collection.DATA || collection == Collection.MODEL;
        }
    }

    /**
     * A label of something in the target.
     *
     * @param kind what it is
     * @param name its name
     * @param label for example {@code latest}
     */
    record Label(RemoteKind kind, String name, String label) {}
}

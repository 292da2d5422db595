package io.github.amlmaven.definition;

import io.github.amlmaven.tree.TreePath;

/** What a {@link Reference} leads to. */
public sealed interface Target {

    /**
     * Another definition of this repository, in a file of its own or inline.
     *
     * @param asset which
     */
    record Local(AssetId asset) implements Target {}

    /**
     * Code that is uploaded to run.
     *
     * @param id which of the graph's code
     */
    record Code(CodeId id) implements Target {}

    /**
     * Files that are taken as they are: data, a model, a conda file, a build context, a jar.
     *
     * @param path a file or a folder of this repository
     */
    record Files(TreePath path) implements Target {}

    /**
     * Something outside the repository.
     *
     * @param kind what it is
     * @param pin whether it can change under us
     */
    record Remote(RemoteKind kind, Pin pin) implements Target {}

    /** Something that is not there, or that cannot be followed; the graph has a {@link Problem} for it. */
    record Unresolved() implements Target {}

    /** Whether what a remote reference names can change while the reference stays. */
    enum Pin {
        /** It names one version, for good. */
        PINNED,
        /** It names whatever is there at the time: a label, a tag, no version at all. */
        FLOATING,
        /** It has no versions: a compute or a datastore. */
        UNVERSIONED
    }

    /** What a remote reference names. */
    enum RemoteKind {
        /** A component. */
        COMPONENT,
        /** An environment. */
        ENVIRONMENT,
        /** A data asset, a path in a datastore, or a URL. */
        DATA,
        /** A model. */
        MODEL,
        /** A container image. */
        IMAGE,
        /** Code that the workspace holds already, or a git URL. */
        CODE,
        /** A compute target. */
        COMPUTE,
        /** A datastore. */
        DATASTORE,
        /** A job that has run. */
        JOB,
        /** An endpoint. */
        ENDPOINT
    }
}

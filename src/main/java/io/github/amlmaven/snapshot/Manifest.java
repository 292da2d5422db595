package io.github.amlmaven.snapshot;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonPointer;
import io.github.amlmaven.code.CodeUse;
import io.github.amlmaven.definition.AssetId;
import io.github.amlmaven.definition.AssetKind;
import io.github.amlmaven.definition.CodeId;
import io.github.amlmaven.definition.Target.Pin;
import io.github.amlmaven.definition.Target.RemoteKind;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a snapshot says of itself: {@code snapshot.json}. The page of the format describes every member; lists are in the order given there,
 * so that one snapshot has one manifest.
 *
 * @param formatVersion the version of the format, {@value #FORMAT_VERSION}
 * @param id {@code sha256:} and 64 hex digits over what the snapshot holds; two snapshots with the same id hold the same
 * @param generator what wrote it, with its version; not part of the id
 * @param project whose it is
 * @param git the commit it was made from
 * @param scm where the project's pom says the sources are; not part of the id
 * @param assets every definition, by kind and place
 * @param code every piece of code that is uploaded
 * @param files every file and link that was read or is run, by path
 * @param remote every reference to something outside the repository
 * @param exemptions the exemptions that were used
 * @param allowDirty globs of untracked files that did not make the working copy dirty; not part of the id
 * @param publishable whether it may be published; not part of the id
 * @param findings why it may not; empty when it may
 */
public record Manifest(
        int formatVersion,
        String id,
        String generator,
        Project project,
        Git git,
        Optional<Scm> scm,
        List<AssetEntry> assets,
        List<CodeEntry> code,
        List<FileEntry> files,
        List<RemoteEntry> remote,
        List<Exemption> exemptions,
        @JsonInclude(Include.NON_EMPTY) List<String> allowDirty,
        boolean publishable,
        @JsonInclude(Include.NON_EMPTY) List<Finding> findings) {

    /** The version of the format that this code writes, and the newest that it reads. */
    public static final int FORMAT_VERSION = 1;

    /** Takes its own copies. */
    public Manifest {
        assets = List.copyOf(assets);
        code = List.copyOf(code);
        files = List.copyOf(files);
        remote = List.copyOf(remote);
        exemptions = List.copyOf(exemptions);
        allowDirty = List.copyOf(allowDirty);
        findings = List.copyOf(findings);
    }

    /**
     * Reads a manifest.
     *
     * @param in the JSON; not closed
     * @return the manifest, with everything that it says
     * @throws UnreadableSnapshotException when it is of a newer format or no manifest at all
     * @throws IOException when it cannot be read from
     */
    public static Manifest read(InputStream in) throws IOException, UnreadableSnapshotException {
        return ManifestJson.read(in);
    }

    /**
     * Writes it as JSON for people: indented, the members in the order of the format's page. Writing what was read gives the same bytes.
     *
     * @param out where to; not closed
     * @throws IOException when it cannot be written to
     */
    public void write(OutputStream out) throws IOException {
        ManifestJson.write(this, out);
    }

    /**
     * A Maven project.
     *
     * @param groupId its group
     * @param artifactId its name in the group
     * @param version its version, with every property resolved
     */
    public record Project(String groupId, String artifactId, String version) {}

    /**
     * A commit.
     *
     * @param commit its id, 40 hex digits
     * @param tree the id of its tree, 40 hex digits
     * @param committedAt when it was committed, to the second
     * @param submodules the commits of the submodules that files were taken from, by path
     */
    public record Git(
            String commit,
            String tree,
            Instant committedAt,
            @JsonInclude(Include.NON_EMPTY) List<Submodule> submodules) {
        /** Takes its own copy of the list. */
        public Git {
            submodules = List.copyOf(submodules);
        }
    }

    /**
     * Another repository inside the repository.
     *
     * @param path where it lies
     * @param commit the id of its commit, 40 hex digits
     */
    public record Submodule(TreePath path, String commit) {}

    /**
     * The {@code scm} of a pom, as the pom has it.
     *
     * @param connection where to read
     * @param developerConnection where to write
     * @param tag what the version is tagged with
     * @param url where to browse
     */
    public record Scm(
            Optional<String> connection,
            Optional<String> developerConnection,
            Optional<String> tag,
            Optional<String> url) {}

    /**
     * A definition.
     *
     * @param kind what it is
     * @param sdk the generation of Azure ML that it is written for: {@code v1} or {@code v2}
     * @param name its name, if it has one
     * @param version its version, if it has one
     * @param source where it is written
     * @param file the entry of the snapshot that has it with its references resolved
     * @param digest {@code sha256:} and 64 hex digits over the definition and all that it refers to, wherever that lies
     * @param references what it refers to inside the snapshot, in the order of the definition
     * @param reads the files and links that an environment's definition leads to, in the order in which they are read
     */
    public record AssetEntry(
            AssetKind kind,
            String sdk,
            Optional<String> name,
            Optional<String> version,
            Source source,
            String file,
            String digest,
            List<Edge> references,
            @JsonInclude(Include.NON_EMPTY) List<TreePath> reads) {
        /** Takes its own copies of the lists. */
        public AssetEntry {
            references = List.copyOf(references);
            reads = List.copyOf(reads);
        }

        /**
         * Which asset.
         *
         * @return the same id that the definition had when it was captured
         */
        public AssetId id() {
            return new AssetId(kind, source.path(), source.place().orElse(""));
        }
    }

    /**
     * Where something is written.
     *
     * @param path the file
     * @param place where in the file, for a definition inside another one
     * @param line the line, from 1
     */
    public record Source(TreePath path, Optional<String> place, int line) {}

    /**
     * A reference from a definition to something else in the snapshot.
     *
     * @param pointer where in the definition
     * @param line the line of the source file, from 1
     * @param written the reference as written; for a definition inside the definition its place
     * @param target {@code snapshot:}, a kind, {@code /} and where it is
     */
    public record Edge(JsonPointer pointer, int line, String written, String target) {}

    /**
     * Code that is uploaded to run.
     *
     * @param path the folder or file
     * @param additionalIncludes what is merged into the folder before it is uploaded
     * @param use what it is for, when that is not what most code is for: a component
     * @param tree the id of the folder's git tree, 40 hex digits; absent for a file
     * @param digest {@code sha256:} and 64 hex digits over the names, modes and contents of the upload
     * @param amlHash the hash that Azure ML looks an upload up by (its hash version 202208), 64 hex digits
     * @param files how many files are uploaded
     * @param bytes how many bytes they have
     */
    public record CodeEntry(
            TreePath path,
            @JsonInclude(Include.NON_EMPTY) List<TreePath> additionalIncludes,
            Optional<CodeUse> use,
            Optional<String> tree,
            String digest,
            String amlHash,
            int files,
            long bytes) {
        /** Takes its own copy of the list. */
        public CodeEntry {
            additionalIncludes = List.copyOf(additionalIncludes);
        }

        /**
         * How resolved definitions refer to it.
         *
         * @return {@code snapshot:code/} and where it is
         */
        public String reference() {
            return SnapshotReference.code(id());
        }

        /**
         * Which code.
         *
         * @return the same id that the definition graph has
         */
        public CodeId id() {
            return new CodeId(path, additionalIncludes, use.orElse(CodeUse.COMPONENT));
        }
    }

    /**
     * A file or a link of the repository.
     *
     * @param path where it is, in the repository and in the snapshot's {@code source} folder
     * @param mode git's mode
     * @param size how many bytes it has; for a link its text
     * @param blob the git object, 40 hex digits
     * @param sha256 the digest of its bytes, 64 hex digits
     * @param lfs whether the git object is only a pointer of Git LFS; {@code size} and {@code sha256} are those of the file itself
     */
    public record FileEntry(
            TreePath path,
            TreeEntry.Kind mode,
            long size,
            String blob,
            String sha256,
            @JsonInclude(Include.NON_DEFAULT) boolean lfs) {}

    /**
     * A reference to something outside the repository.
     *
     * @param kind what it names
     * @param written the reference as written
     * @param pin whether what it names can change
     * @param asset the definition that has it, as {@code snapshot:}, kind, {@code /} and source
     * @param source where it is written
     */
    public record RemoteEntry(RemoteKind kind, String written, Pin pin, String asset, Source source) {}

    /**
     * A rule that was not applied somewhere.
     *
     * @param rule the rule's id
     * @param path the file that it was not applied to; nothing when it was not applied to the reference anywhere
     * @param reference the very text that it was not applied to; nothing when it was not applied to anything in the file
     * @param reason why
     * @param owner who answers for it
     * @param expires the last day on which it counts
     */
    public record Exemption(
            String rule,
            Optional<TreePath> path,
            Optional<String> reference,
            String reason,
            String owner,
            LocalDate expires) {}

    /**
     * What a rule found.
     *
     * @param rule the rule's id
     * @param severity {@code refuse} or {@code warn}
     * @param path the file
     * @param line the line, from 1
     * @param column the column, from 1
     * @param found the text that is wrong
     * @param message why it is wrong
     * @param fix what mends it
     */
    public record Finding(
            String rule,
            String severity,
            TreePath path,
            int line,
            int column,
            String found,
            String message,
            String fix) {}
}

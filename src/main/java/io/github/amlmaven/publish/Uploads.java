package io.github.amlmaven.publish;

import io.github.amlmaven.code.CodeUse;
import io.github.amlmaven.snapshot.Manifest.CodeEntry;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.workspace.BlobContainer;
import io.github.amlmaven.workspace.Collection;
import io.github.amlmaven.workspace.Resource;
import io.github.amlmaven.workspace.ResourceName;
import io.github.amlmaven.workspace.Workspace;
import io.github.amlmaven.workspace.WorkspaceException;
import io.github.amlmaven.workspace.wire.Body;
import io.github.amlmaven.workspace.wire.Stamp;
import io.github.amlmaven.workspace.wire.Wire;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Code and files in a target: where they are, whether they are there, and how they get there. */
final class Uploads {
    /** Where every workspace keeps what belongs to its assets. */
    private static final String DATASTORE = "workspaceblobstore";

    private static final String ALGORITHM = "sha256:";

    private final FileTree source;
    private final Workspace workspace;
    private final Stamp stamp;

    Uploads(Publication publication, Workspace workspace) {
        this.source = publication.source();
        this.workspace = workspace;
        this.stamp = publication.stamp();
    }

    /** Code is named by its content, so that two who publish it at once publish one. */
    static ResourceName name(CodeEntry code) {
        String hash = code.amlHash();
        UUID id = new UUID(Long.parseUnsignedLong(hash, 0, 16, 16), Long.parseUnsignedLong(hash, 16, 32, 16));
        return ResourceName.of(Collection.CODE, id.toString(), "1");
    }

    /** The folder of the datastore that some files are in: by their content, so that what is there is what is meant. */
    private static String folder(Element.Files files) {
        return "LocalUpload/" + files.digest().substring(ALGORITHM.length()) + "/";
    }

    String address(Element.Files files) throws IOException {
        return "azureml://datastores/" + DATASTORE + "/paths/" + folder(files)
                + upload(files).name();
    }

    private Upload upload(Element.Files files) throws IOException {
        return Upload.of(source, files.path(), List.of(), CodeUse.JOB);
    }

    boolean isThere(Element.Files files) throws IOException, WorkspaceException, InterruptedException {
        return upload(files).isIn(workspace.datastore(DATASTORE), folder(files));
    }

    void write(Element.Files files, Crew crew, AtomicLong bytes)
            throws IOException, WorkspaceException, InterruptedException {
        upload(files).write(workspace.datastore(DATASTORE), folder(files), crew, bytes);
    }

    /** The code that is there already, under whatever name. */
    Optional<Resource> find(CodeEntry code) throws WorkspaceException, InterruptedException {
        Optional<Resource> known = workspace.codeWithHash(code.amlHash());
        return known.isPresent() ? known : workspace.get(name(code)).filter(there -> holds(there, code));
    }

    static boolean holds(Resource there, CodeEntry code) {
        return there.properties()
                .path("properties")
                .path("hash_sha256")
                .asText()
                .equals(code.amlHash());
    }

    /** Uploads code and registers it, as azure-ai-ml 1.35.2 does: the first blob carries the note that all are there. */
    Resource write(CodeEntry code, Crew crew, AtomicLong bytes)
            throws IOException, WorkspaceException, InterruptedException {
        ResourceName name = name(code);
        BlobContainer container = workspace.startUpload(name);
        Upload upload = Upload.of(
                source, code.path(), code.additionalIncludes(), code.id().use());
        upload.write(container, "", crew, bytes);
        container.note(
                upload.blob(upload.files().get(0)),
                Map.of("name", name.name(), "version", name.member().orElseThrow(), "upload_status", "completed"));
        Body body = stamp.on(Wire.code(upload.place(container.address()), code.amlHash()), code.digest());
        return workspace.put(name, body.content());
    }
}

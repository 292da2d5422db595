package io.github.amlmaven.publish;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.code.CodeUse;
import io.github.amlmaven.snapshot.Manifest.CodeEntry;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.workspace.BlobContainer;
import io.github.amlmaven.workspace.Collection;
import io.github.amlmaven.workspace.Resource;
import io.github.amlmaven.workspace.ResourceName;
import io.github.amlmaven.workspace.Workspace;
import io.github.amlmaven.workspace.WorkspaceException;
import io.github.amlmaven.workspace.WorkspaceException.Reason;
import io.github.amlmaven.workspace.wire.Body;
import io.github.amlmaven.workspace.wire.Stamp;
import io.github.amlmaven.workspace.wire.Wire;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Code and files in a target: where they are, whether they are there, and how they get there. */
final class Uploads {
    /** Where every workspace keeps what belongs to its assets. */
    private static final String DATASTORE = "workspaceblobstore";

    private static final String ALGORITHM = "sha256:";

    /** The property that says which files a version in a registry has, as Azure's own {@code hash_sha256} does of code. */
    static final String FILES = "aml.files";

    private final FileTree source;
    private final Workspace workspace;
    private final Stamp stamp;
    private @Nullable BlobContainer store;

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
        return upload(files).isIn(datastore(), folder(files));
    }

    /**
     * Writes files.
     *
     * @return their URI
     */
    String write(Element.Files files, Crew crew, AtomicLong bytes)
            throws IOException, WorkspaceException, InterruptedException {
        Upload upload = upload(files);
        if (files.holder().isPresent()) {
            BlobContainer own = workspace.startUpload(files.holder().get());
            try {
                upload.write(own, "", crew, bytes);
            } catch (WorkspaceException e) {
                checkOver(e);
                own = workspace.startUpload(files.holder().get());
                upload.write(own, "", crew, bytes);
            }
            return own.address() + "/" + upload.name();
        }
        BlobContainer container = datastore();
        try {
            upload.write(container, folder(files), crew, bytes);
        } catch (WorkspaceException e) {
            checkOver(e);
            forget(container);
            upload.write(datastore(), folder(files), crew, bytes);
        }
        return address(files);
    }

    /** Where the files of a version in a registry are, when they are these. */
    static Optional<String> uri(Resource there, Element.Files files) {
        JsonNode properties = there.properties();
        boolean same = properties.path("properties").path(FILES).asText().equals(files.digest());
        String uri =
                properties.path("dataUri").asText(properties.path("modelUri").asText());
        return same && !uri.isEmpty() ? Optional.of(uri) : Optional.empty();
    }

    /** Asks for the datastore, and for the leave to write there, once for all files. */
    private synchronized BlobContainer datastore() throws WorkspaceException, InterruptedException {
        BlobContainer known = store;
        if (known == null) {
            known = workspace.datastore(DATASTORE);
            store = known;
        }
        return known;
    }

    private synchronized void forget(BlobContainer container) {
        if (container.equals(store)) {
            store = null;
        }
    }

    /** A leave to write ends after some time, and an upload may take longer: another one may do. Other failures are thrown again. */
    private static void checkOver(WorkspaceException e) throws WorkspaceException {
        if (e.reason() != Reason.DENIED) {
            throw e;
        }
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
        Upload upload = Upload.of(
                source, code.path(), code.additionalIncludes(), code.id().use());
        BlobContainer container = workspace.startUpload(name);
        try {
            write(upload, container, name, crew, bytes);
        } catch (WorkspaceException e) {
            checkOver(e);
            container = workspace.startUpload(name);
            write(upload, container, name, crew, bytes);
        }
        Body body = stamp.on(Wire.code(upload.place(container.address()), code.amlHash()), code.digest());
        return workspace.put(name, body.content());
    }

    private static void write(Upload upload, BlobContainer container, ResourceName name, Crew crew, AtomicLong bytes)
            throws IOException, WorkspaceException, InterruptedException {
        upload.write(container, "", crew, bytes);
        container.note(
                upload.blob(upload.files().get(0)),
                Map.of("name", name.name(), "version", name.member().orElseThrow(), "upload_status", "completed"));
    }
}

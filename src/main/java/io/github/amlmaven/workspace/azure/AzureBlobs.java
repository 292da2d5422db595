package io.github.amlmaven.workspace.azure;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.models.ListBlobsOptions;
import com.azure.storage.blob.options.BlockBlobCommitBlockListOptions;
import com.azure.storage.blob.options.BlockBlobSimpleUploadOptions;
import com.azure.storage.blob.specialized.BlockBlobClient;
import io.github.amlmaven.workspace.BlobContainer;
import io.github.amlmaven.workspace.BlobContent;
import io.github.amlmaven.workspace.WorkspaceException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;

/** A container of blob storage. A blob is written in pieces when it is large, so that no more than a piece of it is ever in memory. */
final class AzureBlobs implements BlobContainer {
    /** How large a piece is at most, in bytes. */
    static final int PIECE = 4 * 1024 * 1024;

    private final String address;
    private final BlobContainerClient client;
    private final Semaphore memory;

    /**
     * Opens one.
     *
     * @param address its address
     * @param client what reaches it
     * @param memory how many bytes of blobs may be in memory, all containers together
     */
    AzureBlobs(String address, BlobContainerClient client, Semaphore memory) {
        this.address = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        this.client = client;
        this.memory = memory;
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public Set<String> names(String prefix) throws WorkspaceException, InterruptedException {
        return Failures.explained("a list of the blobs in " + address + "/" + prefix, () -> {
            Set<String> names = new TreeSet<>();
            for (BlobItem blob : client.listBlobs(new ListBlobsOptions().setPrefix(prefix), null)) {
                names.add(blob.getName());
            }
            return names;
        });
    }

    @Override
    public void write(String name, BlobContent content, Map<String, String> metadata)
            throws IOException, WorkspaceException, InterruptedException {
        int piece = (int) Math.min(content.size(), PIECE);
        memory.acquire(piece);
        try {
            Failures.explained("an upload of " + name, () -> upload(name, content, piece, metadata));
        } finally {
            memory.release(piece);
        }
    }

    /** Returns whether it was not there. */
    private boolean upload(String name, BlobContent content, int piece, Map<String, String> metadata)
            throws IOException {
        BlockBlobClient blob = client.getBlobClient(name).getBlockBlobClient();
        try (InputStream in = content.open()) {
            if (content.size() <= PIECE) {
                blob.uploadWithResponse(
                        new BlockBlobSimpleUploadOptions(BinaryData.fromBytes(read(in, piece)))
                                .setMetadata(metadata)
                                .setRequestConditions(unlessThere()),
                        null,
                        Context.NONE);
            } else {
                commit(blob, pieces(blob, in, content.size()), metadata);
            }
            return true;
        } catch (BlobStorageException e) {
            if (isThere(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Blocks are numbered, so that a second upload of the same blob replaces those that a first one left. */
    private static List<String> pieces(BlockBlobClient blob, InputStream in, long size) throws IOException {
        List<String> blocks = new ArrayList<>();
        for (long left = size; left > 0; left -= PIECE) {
            String block = Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(Integer.BYTES)
                            .putInt(blocks.size())
                            .array());
            blob.stageBlock(block, BinaryData.fromBytes(read(in, (int) Math.min(left, PIECE))));
            blocks.add(block);
        }
        return blocks;
    }

    private static byte[] read(InputStream in, int length) throws IOException {
        byte[] bytes = new byte[length];
        if (in.readNBytes(bytes, 0, length) < length) {
            throw new EOFException("The content is shorter than it was said to be.");
        }
        return bytes;
    }

    private static void commit(BlockBlobClient blob, List<String> blocks, Map<String, String> metadata) {
        blob.commitBlockListWithResponse(
                new BlockBlobCommitBlockListOptions(blocks)
                        .setMetadata(metadata)
                        .setRequestConditions(unlessThere()),
                null,
                Context.NONE);
    }

    private static BlobRequestConditions unlessThere() {
        return new BlobRequestConditions().setIfNoneMatch("*");
    }

    /** Somebody else wrote it, or we did and did not hear of it. */
    private static boolean isThere(BlobStorageException e) {
        return BlobErrorCode.BLOB_ALREADY_EXISTS.equals(e.getErrorCode())
                || BlobErrorCode.CONDITION_NOT_MET.equals(e.getErrorCode());
    }

    @Override
    public void note(String name, Map<String, String> metadata) throws WorkspaceException, InterruptedException {
        Failures.explained("a note on " + name, () -> client.getBlobClient(name)
                .setMetadataWithResponse(metadata, null, null, Context.NONE));
    }
}

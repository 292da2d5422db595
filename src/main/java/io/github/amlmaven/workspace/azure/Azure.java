package io.github.amlmaven.workspace.azure;

import io.github.amlmaven.workspace.Place;
import io.github.amlmaven.workspace.Workspace;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Azure, while one gets ready for it: its libraries are loaded on a thread of their own, so that snapshots can be looked at meanwhile. They are
 * large.
 */
public final class Azure {
    private final Connection connection;
    private final CompletableFuture<AzureHttp> http;

    private Azure(Connection connection) {
        this.connection = connection;
        this.http = CompletableFuture.supplyAsync(() -> new AzureHttp(connection), Azure::begin);
    }

    /**
     * Begins to. Nothing is asked of anybody yet.
     *
     * @param connection how to reach it
     * @return Azure, which needs no closing
     */
    public static Azure reach(Connection connection) {
        return new Azure(connection);
    }

    /** A thread that is made here finds services where this class is from, and one of the common pool does not. */
    private static void begin(Runnable task) {
        Thread thread = new Thread(task, "azure");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Opens a workspace or a registry. Nothing is asked of it yet.
     *
     * @param place which
     * @return the workspace, which needs no closing
     */
    public Workspace open(Place place) {
        try {
            return new AzureWorkspace(place, connection, http.join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException own ? own : e;
        }
    }
}

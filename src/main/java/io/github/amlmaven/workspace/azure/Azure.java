package io.github.amlmaven.workspace.azure;

import io.github.amlmaven.workspace.Place;
import io.github.amlmaven.workspace.Workspace;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Azure, while it is being reached: its libraries are loaded and the first token is asked for on a thread of their own, so that snapshots can be
 * looked at meanwhile.
 */
public final class Azure {
    private final Connection connection;
    private final CompletableFuture<AzureHttp> http = new CompletableFuture<>();

    private Azure(Connection connection) {
        this.connection = connection;
    }

    /**
     * Begins to. Only who is asked for a token is asked anything; whether there is one shows when a workspace is asked something.
     *
     * @param connection how to reach it
     * @return Azure, which needs no closing
     */
    public static Azure reach(Connection connection) {
        Azure azure = new Azure(connection);
        Thread thread = new Thread(azure::prepare, "azure");
        thread.setDaemon(true);
        thread.start();
        return azure;
    }

    private void prepare() {
        try {
            AzureHttp made = new AzureHttp(connection);
            http.complete(made);
            made.tokens().fetch();
        } catch (RuntimeException e) {
            http.completeExceptionally(e);
        }
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

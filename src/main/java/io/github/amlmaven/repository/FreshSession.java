package io.github.amlmaven.repository;

import org.eclipse.aether.AbstractForwardingRepositorySystemSession;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.repository.WorkspaceReader;
import org.jspecify.annotations.Nullable;

/**
 * Maven's session, but for two things. Which versions there are is asked every time: Maven's own default is once a day, and a version that
 * was deployed an hour ago is the one to go back from. And the modules of this build are no answer, since only a repository keeps them.
 */
final class FreshSession extends AbstractForwardingRepositorySystemSession {
    private final RepositorySystemSession session;

    FreshSession(RepositorySystemSession session) {
        this.session = session;
    }

    @Override
    protected RepositorySystemSession getSession() {
        return session;
    }

    /** What the command line says (-U, -nsu) goes first. */
    @Override
    public String getUpdatePolicy() {
        String chosen = session.getUpdatePolicy();
        return chosen == null ? RepositoryPolicy.UPDATE_POLICY_ALWAYS : chosen;
    }

    @Override
    public @Nullable WorkspaceReader getWorkspaceReader() {
        return null;
    }
}

package io.github.amlmaven.repository;

import org.eclipse.aether.AbstractForwardingRepositorySystemSession;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.WorkspaceReader;
import org.jspecify.annotations.Nullable;

/** Maven's session, in which the modules of this build are no answer: what they make is not in a repository yet. */
final class WithoutReactor extends AbstractForwardingRepositorySystemSession {
    private final RepositorySystemSession session;

    WithoutReactor(RepositorySystemSession session) {
        this.session = session;
    }

    @Override
    protected RepositorySystemSession getSession() {
        return session;
    }

    @Override
    public @Nullable WorkspaceReader getWorkspaceReader() {
        return null;
    }
}

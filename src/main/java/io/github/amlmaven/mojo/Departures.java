package io.github.amlmaven.mojo;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.SessionData;

/**
 * The snapshots of a reactor that wait for its last module: nothing goes live from a reactor of which one module was refused. One of these
 * belongs to a build; modules may come from several threads.
 */
final class Departures {
    private final Set<String> awaited;
    private final TreeMap<String, Optional<Departure>> arrived = new TreeMap<>();

    /**
     * A snapshot that is to be published.
     *
     * @param name which, for people
     * @param snapshot the snapshot
     * @param destination where to
     * @param again the command that publishes it by itself
     * @param back how that is undone
     */
    record Departure(String name, Opening snapshot, Destination destination, String again, WayBack back)
            implements Closeable {
        @Override
        public void close() throws IOException {
            snapshot.close();
        }
    }

    private Departures(Set<String> awaited) {
        this.awaited = awaited;
    }

    /** The one of a build. */
    static Departures of(MavenSession session) {
        SessionData data = session.getRepositorySession().getData();
        Departures made = new Departures(awaited(session));
        return data.set(Departures.class, null, made) ? made : (Departures) data.get(Departures.class);
    }

    private static Set<String> awaited(MavenSession session) {
        Set<String> awaited = new TreeSet<>();
        for (MavenProject project : session.getProjects()) {
            Plugin plugin = project.getPlugin(Module.PLUGIN);
            if (plugin != null) {
                for (PluginExecution execution : plugin.getExecutions()) {
                    if (execution.getGoals().contains("deploy") && !"none".equals(execution.getPhase())) {
                        awaited.add(key(project, execution.getId()));
                    }
                }
            }
        }
        return awaited;
    }

    private static String key(MavenProject project, String execution) {
        return project.getId() + "@" + execution;
    }

    /**
     * Notes that a module is through.
     *
     * @param project the module
     * @param execution the execution that says so
     * @param departure its snapshot, if it has one
     * @return all that wait, when this was the last module; nothing before
     */
    synchronized Optional<List<Departure>> add(
            MavenProject project, MojoExecution execution, Optional<Departure> departure) {
        arrived.put(key(project, execution.getExecutionId()), departure);
        if (!arrived.keySet().containsAll(awaited)) {
            return Optional.empty();
        }
        List<Departure> all = new ArrayList<>();
        arrived.values().forEach(one -> one.ifPresent(all::add));
        return Optional.of(all);
    }
}

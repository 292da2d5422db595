package io.github.amlmaven.mojo;

import io.github.amlmaven.git.GitFixture;
import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;

/** The goal {@code snapshot}, as a whole, in a repository whose definitions are the YAML files at its top. */
final class SnapshotRun {
    private final GitFixture git;
    private final Path local;
    private final List<String> attached = new ArrayList<>();

    SnapshotRun(GitFixture git, Path local) {
        this.git = git;
        this.local = local;
    }

    /** What was attached: type, classifier, file. */
    List<String> attached() {
        return attached;
    }

    void with(String gate, Log log) throws Exception {
        MavenProject project = Build.project(git.top());
        SnapshotMojo mojo =
                new SnapshotMojo(new BuildPlan(proxy(LifecycleExecutor.class)), proxy(MavenProjectHelper.class));
        mojo.setLog(log);
        mojo.project = project;
        mojo.session = Build.session(git.top(), git.environment(), local, project);
        mojo.execution = Build.execution();
        mojo.definitions = List.of("*.yml");
        mojo.buildDirectory = git.path("target").toFile();
        mojo.gate = gate;
        mojo.dataGate = "warn";
        mojo.pins = "exact";
        mojo.outputName = "ml-1.0";
        mojo.execute();
    }

    /** Notes what is attached: project, type, classifier, file. */
    private <T> T proxy(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            attached.add(given[1] + " " + given[2] + " " + ((File) given[3]).getName());
            return null;
        }));
    }
}

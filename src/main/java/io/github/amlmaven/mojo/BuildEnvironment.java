package io.github.amlmaven.mojo;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.maven.execution.MavenSession;

/** The environment variables of a build. Maven hands them over under a prefix; the process's own may differ in a daemon. */
final class BuildEnvironment {
    private static final String PREFIX = "env.";

    private BuildEnvironment() {}

    static Map<String, String> of(MavenSession session) {
        Map<String, String> environment = new HashMap<>();
        session.getSystemProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name -> environment.put(
                        name.substring(PREFIX.length()),
                        Objects.requireNonNull(session.getSystemProperties().getProperty(name))));
        return environment;
    }
}

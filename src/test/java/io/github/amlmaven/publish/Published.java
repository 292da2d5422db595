package io.github.amlmaven.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.emulator.Emulator;
import io.github.amlmaven.emulator.Tunnel;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The small project in two versions, of which the second changes when the schedule runs; and somebody who publishes them. */
final class Published implements AutoCloseable {
    private final Emulator emulator;
    private final Tunnel tunnel;
    private final Visitor visitor;
    private final SmallProject project;
    private final Path good;
    private final Path bad;

    Published(Emulator emulator, Path folder) throws Exception {
        this.emulator = emulator;
        this.project = new SmallProject(folder);
        this.good = project.zip("1.4.0");
        project.runsAt(4);
        this.bad = project.zip("1.5.0");
        this.tunnel = Tunnel.to(emulator);
        this.visitor = Visitor.of(emulator, tunnel);
    }

    SmallProject project() {
        return project;
    }

    Visitor visitor() {
        return visitor;
    }

    /** Version 1.4.0. */
    Path good() {
        return good;
    }

    /** Version 1.5.0. */
    Path bad() {
        return bad;
    }

    /** Publishes, which works. */
    void live(Path zip) throws Exception {
        assertThat(visitor.publish(zip).failure()).isEmpty();
    }

    /** What runs and what is held. */
    Standing standing() throws Exception {
        return Standing.of(visitor.workspace(), "com.example:small");
    }

    /** What the workspace has at a path. */
    JsonNode read(String path) {
        return emulator.read(emulator.workspaceId() + path);
    }

    /** Makes something else of what the workspace has at a path, as somebody does who uses no plugin. */
    void byHand(String path, Consumer<ObjectNode> change) {
        String id = emulator.workspaceId() + path;
        ObjectNode there = emulator.read(id).deepCopy();
        change.accept(there);
        emulator.write(id, there);
    }

    @Override
    public void close() {
        tunnel.close();
    }
}

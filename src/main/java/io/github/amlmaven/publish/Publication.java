package io.github.amlmaven.publish;

import io.github.amlmaven.snapshot.Manifest;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.workspace.wire.Stamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A snapshot as one target gets it. It reads from the snapshot, which has to stay open as long.
 *
 * @param target the target
 * @param manifest what the snapshot says of itself
 * @param source its files
 * @param contents its definitions and files as trees
 * @param elements what is published, each after all that it needs
 * @param remarks what is not, and what gets lost
 */
public record Publication(
        Target target,
        Manifest manifest,
        FileTree source,
        Contents contents,
        List<Element> elements,
        List<String> remarks) {

    /** Takes its own copies. */
    public Publication {
        elements = List.copyOf(elements);
        remarks = List.copyOf(remarks);
    }

    /** The elements by what the definitions call them, in their order. */
    Map<String, Element> byReference() {
        Map<String, Element> elements = new LinkedHashMap<>();
        elements().forEach(element -> elements.put(element.reference(), element));
        return elements;
    }

    /** Where all of it comes from. */
    Stamp stamp() {
        return new Stamp(manifest.id(), artifact(), manifest.git().commit());
    }

    /** What Azure's own client notes on a job. */
    Map<String, String> gitProperties() {
        return stamp().gitProperties(manifest.scm().flatMap(Manifest.Scm::connection));
    }

    /** The Maven coordinates of the snapshot. */
    String artifact() {
        Manifest.Project project = manifest.project();
        return project.groupId() + ":" + project.artifactId() + ":" + project.version();
    }
}

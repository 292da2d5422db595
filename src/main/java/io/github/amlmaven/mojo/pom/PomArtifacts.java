package io.github.amlmaven.mojo.pom;

import io.github.amlmaven.document.Location;
import io.github.amlmaven.gate.Subject;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.project.MavenProject;

/** Lists what Maven takes to build a project: parents, imports, and everything that the effective model asks for; and the project's version. */
public final class PomArtifacts {
    private final ProjectPoms poms;
    private final TreePath own;

    private PomArtifacts(ProjectPoms poms, TreePath own) {
        this.poms = poms;
        this.own = own;
    }

    /**
     * Lists what is taken to build a project.
     *
     * @param project the project
     * @param pom its pom, from the top of the repository
     * @param reactor the build that it is in
     * @param tree the repository, where the places are looked up
     * @return the artifacts, and the version
     * @throws IOException when a pom cannot be read
     */
    public static Set<Subject> of(MavenProject project, TreePath pom, Reactor reactor, FileTree tree)
            throws IOException {
        ProjectPoms poms = ProjectPoms.of(project, reactor, new PomTexts(tree));
        PomArtifacts artifacts = new PomArtifacts(poms, pom);
        Set<Subject> subjects = new LinkedHashSet<>(poms.ancestry());
        subjects.add(poms.version(project));
        for (Asked asked : Asked.of(project.getModel()).toList()) {
            artifacts.subject(asked).ifPresent(subjects::add);
        }
        return subjects;
    }

    /** Nothing for a plugin that no pom mentions: that one, and its version, come with Maven. */
    private Optional<Subject> subject(Asked asked) throws IOException {
        Optional<Subject> decided = poms.of(asked);
        if (decided.isPresent()) {
            return decided;
        }
        return asked.isPlugin() ? poms.withoutVersion(asked) : imported(asked);
    }

    /**
     * What is written in no pom that is known is from a BOM. Maven says from which pom, which may be a parent of the BOM; it does not always
     * say even that.
     */
    private Optional<Subject> imported(Asked asked) throws IOException {
        Optional<String> source = asked.source();
        List<Declaration> boms = poms.foreign().toList();
        Optional<Declaration> bom = boms.stream()
                .filter(each -> source.equals(id(each)))
                .findFirst()
                .or(() -> boms.stream().findFirst());
        Location place = bom.isPresent() ? poms.place(bom.get()) : Location.startOf(own);
        return asked.version().flatMap(version -> source.or(() -> bom.flatMap(this::id))
                .map(pom -> Outside.artifact(asked.name(), Optional.of(version), pom, place)));
    }

    private Optional<String> id(Declaration bom) {
        return poms.version(bom).map(version -> bom.name() + ":" + version);
    }
}

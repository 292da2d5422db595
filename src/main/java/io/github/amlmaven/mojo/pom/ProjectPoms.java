package io.github.amlmaven.mojo.pom;

import io.github.amlmaven.document.Location;
import io.github.amlmaven.gate.Subject;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.artifact.ArtifactUtils;
import org.apache.maven.model.Parent;
import org.apache.maven.project.MavenProject;

/** The poms that decide about one project: its own, its parents', and those of the BOMs that the repository has itself. */
final class ProjectPoms {
    private final Reactor reactor;
    private final Declarations declarations;
    private final PomPlaces places;
    private final boolean isRelease;
    private final List<ProjectPoms> imported = new ArrayList<>();

    private ProjectPoms(Reactor reactor, Declarations declarations, PomPlaces places, boolean isRelease) {
        this.isRelease = isRelease;
        this.reactor = reactor;
        this.declarations = declarations;
        this.places = places;
    }

    /** Reads them. An import leads to a project that Maven has built a model of, so that there is no circle. */
    static ProjectPoms of(MavenProject project, Reactor reactor, PomTexts texts) throws IOException {
        return of(project, reactor, texts, !ArtifactUtils.isSnapshot(project.getVersion()));
    }

    private static ProjectPoms of(MavenProject project, Reactor reactor, PomTexts texts, boolean isRelease)
            throws IOException {
        List<Pom> poms = reactor.poms(project);
        ProjectPoms its = new ProjectPoms(
                reactor,
                Declarations.of(poms, reactor.values(project)),
                new PomPlaces(poms, texts, reactor::isSetByUser),
                isRelease);
        for (Declaration bom : its.declarations.imports()) {
            Optional<MavenProject> module = its.version(bom).flatMap(version -> reactor.module(bom.name(), version));
            if (module.isPresent()) {
                its.imported.add(of(module.get(), reactor, texts, isRelease));
            }
        }
        return its;
    }

    /** The project's own version. */
    Subject version(MavenProject project) throws IOException {
        Pom own = declarations.poms().get(0);
        Optional<TreePath> path = own.path();
        Written written = path.isPresent()
                ? places.ofVersion(own, path.get())
                : new Written(own.version(), Location.startOf(TreePath.ROOT));
        return new Subject.ProjectVersion(own.name(), project.getVersion(), written.text(), written.location());
    }

    /** The parents and the imported BOMs, which an effective model no more has. */
    List<Subject> ancestry() throws IOException {
        List<Subject> ancestry = new ArrayList<>();
        for (Pom pom : declarations.poms()) {
            Optional<Parent> parent = pom.parent().filter(written -> written.getVersion() != null);
            if (parent.isPresent()) {
                ancestry.add(parent(pom, parent.get()));
            }
        }
        for (Declaration bom : declarations.imports()) {
            ancestry.add(artifact(bom, version(bom)));
        }
        for (ProjectPoms each : imported) {
            ancestry.addAll(each.ancestry());
        }
        return ancestry;
    }

    /** What a pom says about something that the effective model asks for; nothing when none of these does. */
    Optional<Subject> of(Asked asked) throws IOException {
        Optional<Declaration> deciding = declarations.deciding(asked.slots());
        if (deciding.isPresent()) {
            return Optional.of(artifact(deciding.get(), asked.version().or(() -> version(deciding.get()))));
        }
        for (ProjectPoms each : imported) {
            Optional<Subject> there = each.of(asked);
            if (there.isPresent()) {
                return there;
            }
        }
        return Optional.empty();
    }

    /** A plugin that is mentioned, and of which no pom says the version. */
    Optional<Subject> withoutVersion(Asked asked) throws IOException {
        Optional<Declaration> mention = declarations.mentions(asked.slots()).findFirst();
        return mention.isPresent() ? Optional.of(artifact(mention.get(), Optional.empty())) : Optional.empty();
    }

    /** The BOMs from outside of the repository. */
    Stream<Declaration> foreign() {
        Stream<Declaration> own = declarations.imports().stream().filter(bom -> version(bom)
                .flatMap(version -> reactor.module(bom.name(), version))
                .isEmpty());
        return Stream.concat(own, imported.stream().flatMap(ProjectPoms::foreign));
    }

    /** Where a BOM comes in. */
    Location place(Declaration bom) throws IOException {
        Optional<TreePath> path = bom.pom().path();
        return path.isPresent() ? places.of(bom, path.get()).location() : places.entrance();
    }

    /** The version with its properties replaced. */
    Optional<String> version(Declaration declaration) {
        return declaration.version().map(declarations.values());
    }

    private Subject parent(Pom pom, Parent parent) throws IOException {
        String name = declarations.values().apply(parent.getGroupId() + ":" + parent.getArtifactId());
        String version = declarations.values().apply(parent.getVersion());
        Optional<TreePath> path = pom.path();
        return path.isPresent()
                ? artifact(name, Optional.of(version), places.of(parent, path.get()))
                : Outside.artifact(name, Optional.of(version), pom.id(), places.entrance());
    }

    /** What a pom of the repository asks for stands there, and what another one asks for where that one comes in. */
    private Subject artifact(Declaration declaration, Optional<String> version) throws IOException {
        Optional<TreePath> path = declaration.pom().path();
        return path.isPresent()
                ? artifact(declaration.name(), version, places.of(declaration, path.get()))
                : Outside.artifact(
                        declaration.name(), version, declaration.pom().id(), places.entrance());
    }

    private Subject artifact(String name, Optional<String> version, Written written) {
        boolean builtHere = version.flatMap(text -> reactor.module(name, text)).isPresent();
        return new Subject.MavenArtifact(
                name, version, builtHere, isRelease, written.text(), written.location(), Optional.empty());
    }
}

package io.github.amlmaven.mojo.pom;

import io.github.amlmaven.tree.TreePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.model.Parent;
import org.apache.maven.model.Profile;

/**
 * One of the poms that an effective model is put together from, as its author wrote it.
 *
 * @param name the group and the name of its project, joined by a colon
 * @param version the version of its project
 * @param model the pom
 * @param path where it is in the repository; nothing when it is not
 * @param sections its active profiles, the last first, and the rest of it: what comes first decides
 */
record Pom(String name, String version, Model model, Optional<TreePath> path, List<Section> sections) {

    static Pom of(String name, String version, Model model, Optional<TreePath> path, Collection<String> profiles) {
        List<Profile> active = new ArrayList<>(model.getProfiles());
        active.removeIf(profile -> !profiles.contains(profile.getId()));
        Collections.reverse(active);
        return new Pom(
                name,
                version,
                model,
                path,
                Stream.concat(active.stream().map(Section::of), Stream.of(Section.of(model)))
                        .toList());
    }

    String id() {
        return name + ":" + version;
    }

    Optional<Parent> parent() {
        return Optional.ofNullable(model.getParent());
    }
}

package io.github.amlmaven.mojo.pom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Extension;
import org.apache.maven.model.InputLocationTracker;
import org.apache.maven.model.Plugin;
import org.jspecify.annotations.Nullable;

/** Every artifact that the poms of one project ask for, those first that decide. */
final class Declarations {
    private final List<Pom> poms;
    private final UnaryOperator<String> values;
    private final Map<Slot, List<Declaration>> bySlot = new HashMap<>();
    private final List<Declaration> imports = new ArrayList<>();

    private Declarations(List<Pom> poms, UnaryOperator<String> values) {
        this.poms = poms;
        this.values = values;
    }

    static Declarations of(List<Pom> poms, UnaryOperator<String> values) {
        Declarations declarations = new Declarations(poms, values);
        poms.forEach(declarations::add);
        return declarations;
    }

    /** The project's own pom, then its parent's, and so on. */
    List<Pom> poms() {
        return poms;
    }

    UnaryOperator<String> values() {
        return values;
    }

    /** The imported BOMs. */
    List<Declaration> imports() {
        return imports;
    }

    /** What says the version of the first of some slots for which anything does. */
    Optional<Declaration> deciding(List<Slot> slots) {
        return mentions(slots).filter(Declaration::hasVersion).findFirst();
    }

    Stream<Declaration> mentions(List<Slot> slots) {
        return slots.stream().flatMap(slot -> bySlot.getOrDefault(slot, List.of()).stream());
    }

    private void add(Pom pom) {
        for (Section section : pom.sections()) {
            section.dependencies().forEach(dependency -> add(Kind.DEPENDENCY, dependency, pom));
            section.managedDependencies().forEach(dependency -> add(Kind.MANAGED_DEPENDENCY, dependency, pom));
            section.plugins().forEach(plugin -> add(Kind.PLUGIN, Kind.PLUGIN_DEPENDENCY, plugin, pom));
            section.managedPlugins()
                    .forEach(plugin -> add(Kind.MANAGED_PLUGIN, Kind.MANAGED_PLUGIN_DEPENDENCY, plugin, pom));
            section.extensions().forEach(extension -> add(extension, pom));
        }
    }

    private void add(Kind kind, Dependency dependency, Pom pom) {
        Declaration declaration = declaration(
                Slot.of(kind, dependency, values),
                Slot.name(dependency, values),
                dependency.getVersion(),
                dependency,
                pom);
        if (kind == Kind.MANAGED_DEPENDENCY && "import".equals(dependency.getScope())) {
            imports.add(declaration);
        } else {
            add(declaration);
        }
    }

    private void add(Kind kind, Kind ofDependencies, Plugin plugin, Pom pom) {
        add(declaration(Slot.of(kind, plugin, values), Slot.name(plugin, values), plugin.getVersion(), plugin, pom));
        for (Dependency dependency : plugin.getDependencies()) {
            add(declaration(
                    Slot.of(ofDependencies, plugin, dependency, values),
                    Slot.name(dependency, values),
                    dependency.getVersion(),
                    dependency,
                    pom));
        }
    }

    private void add(Extension extension, Pom pom) {
        add(declaration(
                Slot.of(extension, values), Slot.name(extension, values), extension.getVersion(), extension, pom));
    }

    private void add(Declaration declaration) {
        bySlot.computeIfAbsent(declaration.slot(), slot -> new ArrayList<>()).add(declaration);
    }

    private static Declaration declaration(
            Slot slot, String name, @Nullable String version, InputLocationTracker element, Pom pom) {
        return new Declaration(slot, name, Optional.ofNullable(version), element, pom);
    }
}

package io.github.amlmaven.mojo;

import io.github.amlmaven.workspace.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals have in common that look at a workspace or a registry: which one is meant. */
abstract class AbstractTargetMojo extends AbstractConnectedMojo {

    /**
     * Where snapshots can be published to.
     *
     * <pre>{@code
     * <targets>
     *   <target>
     *     <id>test</id>
     *     <workspace>
     *       <subscriptionId>…</subscriptionId>
     *       <resourceGroup>ml-test</resourceGroup>
     *       <name>taxi-test</name>
     *     </workspace>
     *   </target>
     *   <target>
     *     <id>prod</id>
     *     <workspace>…</workspace>
     *     <overlay>src/main/aml/prod.yml</overlay>
     *   </target>
     * </targets>
     * }</pre>
     *
     * <p>A target has a {@code workspace} or a {@code registry}. Its overlay says what is different there; it is a file, by its path from
     * the top of the repository.
     *
     * @since 0.1.0
     */
    @Parameter
    List<TargetParameter> targets = List.of();

    /**
     * Which of the targets is meant. Needed when there is more than one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.target")
    @Nullable
    String target;

    /**
     * The subscription of the workspace or registry, for a target that is told on the command line. Without one, and without targets in the
     * pom, {@code .azureml/config.json} or {@code config.json} says where, as for Azure's own tools.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.subscriptionId")
    @Nullable
    String subscriptionId;

    /**
     * The resource group of the workspace or registry.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.resourceGroup")
    @Nullable
    String resourceGroup;

    /**
     * The name of the workspace.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.workspace")
    @Nullable
    String workspace;

    /**
     * The name of the registry, in the place of a workspace.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.registry")
    @Nullable
    String registry;

    @SuppressWarnings("NullAway.Init")
    AbstractTargetMojo(SnapshotSource source, Access access) {
        super(source, access);
    }

    final Destination destination() throws MojoFailureException, MojoExecutionException {
        try {
            return new Destinations(targets, named(), overlay(), start()).choose(Optional.ofNullable(target));
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "The configuration of the workspace cannot be read: " + DiskTrouble.words(e), e);
        }
    }

    /** What is different in a target that is told on the command line; only goals that publish have such a thing. */
    Optional<String> overlay() {
        return Optional.empty();
    }

    private Optional<Place> named() throws MojoFailureException {
        if (workspace == null && registry == null && subscriptionId == null && resourceGroup == null) {
            return Optional.empty();
        } else if (subscriptionId == null || resourceGroup == null || (workspace == null) == (registry == null)) {
            throw new MojoFailureException(
                    "A target on the command line has -Daml.subscriptionId=, -Daml.resourceGroup= and"
                            + " either -Daml.workspace= or -Daml.registry=.");
        }
        Place.Kind kind = workspace != null ? Place.Kind.WORKSPACE : Place.Kind.REGISTRY;
        String name = workspace != null ? workspace : Objects.requireNonNull(registry);
        return Optional.of(new Place(kind, subscriptionId, resourceGroup, name));
    }

    /** Where a file of Azure's own tools may be. */
    private Path start() {
        return SnapshotSource.isProject(session)
                ? session.getCurrentProject().getBasedir().toPath()
                : folder();
    }

    /** What says the same place again on a command line. */
    final String where() {
        StringBuilder options = new StringBuilder();
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        values.put("aml.target", target);
        values.put("aml.subscriptionId", subscriptionId);
        values.put("aml.resourceGroup", resourceGroup);
        values.put("aml.workspace", workspace);
        values.put("aml.registry", registry);
        values.put("aml.overlay", overlay().orElse(null));
        values.forEach((name, value) -> {
            if (value != null) {
                options.append(" -D").append(name).append('=').append(value);
            }
        });
        return options.toString();
    }
}

package io.github.amlmaven.mojo;

import io.github.amlmaven.mojo.Departures.Departure;
import io.github.amlmaven.snapshot.Manifest;
import io.github.amlmaven.snapshot.SealedSnapshot;
import io.github.amlmaven.workspace.Place;
import io.github.amlmaven.workspace.azure.Cloud;
import io.github.amlmaven.workspace.azure.Connection;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals have in common that look at a workspace: where it is, and how to get there. */
abstract class AbstractPublishMojo extends AbstractSourceMojo {
    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    MojoExecution execution;

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

    /**
     * Publishes releases only: a snapshot of a project whose version ends in {@code -SNAPSHOT} is refused.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.requireRelease", defaultValue = "false")
    boolean requireRelease;

    /**
     * What is different in a target that is told on the command line: a file, by its path from the top of the repository.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.overlay")
    @Nullable
    String overlay;

    /**
     * Which of Microsoft's clouds: {@code public}, {@code us_government} or {@code china}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.cloud", defaultValue = "public")
    String cloud;

    /**
     * Where Azure Resource Manager answers in a private cloud, such as {@code https://management.example.org}. With it {@code
     * AZURE_AUTHORITY_HOST} in the environment says where Entra ID does.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.endpoint")
    @Nullable
    String endpoint;

    /**
     * The version of Azure's REST API for machine learning.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.apiVersion", defaultValue = Connection.API_VERSION)
    String apiVersion;

    /**
     * A {@code <server>} of Maven's settings with a service principal: its client id as username, its secret as password, which Maven
     * decrypts, and {@code <configuration><tenant>}. Without it Azure's own tools are asked: the environment, a workload or managed
     * identity, whoever is signed in to the Azure CLI.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.serverId")
    @Nullable
    String serverId;

    /**
     * The directory of the service principal of {@code aml.serverId}, when the settings do not say.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.tenantId")
    @Nullable
    String tenantId;

    /**
     * The name of an environment variable that has an access token for Azure Resource Manager. The token itself is never a parameter.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.tokenVariable")
    @Nullable
    String tokenVariable;

    /**
     * How many seconds a connection to Azure may take.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.connectTimeout", defaultValue = "10")
    int connectTimeout;

    /**
     * How many seconds an answer of Azure may take.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.answerTimeout", defaultValue = "100")
    int answerTimeout;

    /**
     * How many seconds Azure may take for one asset.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.operationTimeout", defaultValue = "1800")
    int operationTimeout;

    /**
     * How often a request is sent at most when Azure is busy or cannot be reached. When Azure says how long to wait, that is waited.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.attempts", defaultValue = "5")
    int attempts;

    /**
     * Does nothing at all.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.skip", defaultValue = "false")
    boolean skip;

    private final Access access;

    @SuppressWarnings("NullAway.Init")
    AbstractPublishMojo(SnapshotSource source, Access access) {
        super(source);
        this.access = access;
    }

    final Connection connection() throws MojoFailureException {
        Map<String, String> environment = BuildEnvironment.of(session);
        return new Connection(
                Choice.of("aml.cloud", Cloud.class, cloud),
                address(),
                apiVersion,
                access.identity(
                        session,
                        Optional.ofNullable(serverId),
                        Optional.ofNullable(tenantId),
                        Optional.ofNullable(tokenVariable),
                        environment),
                access.proxy(session),
                new Connection.Patience(
                        seconds("aml.connectTimeout", connectTimeout),
                        seconds("aml.answerTimeout", answerTimeout),
                        seconds("aml.operationTimeout", operationTimeout),
                        positive("aml.attempts", attempts),
                        Connection.Patience.USUAL.pause()),
                environment,
                "aml-maven-plugin/"
                        + execution.getMojoDescriptor().getPluginDescriptor().getVersion());
    }

    private Optional<URI> address() throws MojoFailureException {
        if (endpoint == null) {
            return Optional.empty();
        }
        try {
            URI address = URI.create(endpoint);
            if ("https".equals(address.getScheme()) && address.getHost() != null) {
                return Optional.of(address);
            }
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException("aml.endpoint is no address: " + e.getMessage(), e);
        }
        throw new MojoFailureException(
                "aml.endpoint is '" + endpoint + "'; it takes an address that begins with https://.");
    }

    private static Duration seconds(String property, int value) throws MojoFailureException {
        return Duration.ofSeconds(positive(property, value));
    }

    private static int positive(String property, int value) throws MojoFailureException {
        if (value < 1) {
            throw new MojoFailureException(property + " is " + value + "; it takes a number from 1.");
        }
        return value;
    }

    final Destination destination() throws MojoFailureException, MojoExecutionException {
        try {
            return new Destinations(targets, named(), Optional.ofNullable(overlay), start())
                    .choose(Optional.ofNullable(target));
        } catch (IOException e) {
            throw new MojoExecutionException("The configuration of the workspace cannot be read: " + e.getMessage(), e);
        }
    }

    private Optional<Place> named() throws MojoFailureException {
        if (workspace == null && registry == null) {
            return Optional.empty();
        } else if (subscriptionId == null || resourceGroup == null || (workspace != null && registry != null)) {
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

    /**
     * A snapshot that was not made by this build. All of it is verified before anything is asked of the destination.
     *
     * @param located which
     * @param goal the goal that goes on with it when it is stopped
     * @return the snapshot, on its way
     * @throws MojoFailureException when it is not sound, or must not be published
     * @throws MojoExecutionException when it cannot be read
     */
    final Departure released(LocatedSnapshot located, String goal) throws MojoExecutionException, MojoFailureException {
        Manifest manifest = located.manifest();
        refuse(located.name(), manifest);
        Path zip = located.zip();
        try (SealedSnapshot snapshot = Soundness.open(located.name(), zip)) {
            Soundness.verify(located.name(), snapshot, new LoggedProgress(getLog(), "Verifying"));
        } catch (IOException e) {
            throw new MojoExecutionException("Reading " + located.name() + " failed: " + e.getMessage(), e);
        }
        return new Departure(located.name(), zip, destination(), again(manifest, goal));
    }

    /** The command that publishes a released snapshot by itself. */
    final String again(Manifest manifest, String goal) {
        Manifest.Project project = manifest.project();
        return "mvn aml:" + goal + " -Daml.artifact=" + project.groupId() + ":" + project.artifactId() + ":"
                + project.version() + where();
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
        values.put("aml.overlay", overlay);
        values.forEach((name, value) -> {
            if (value != null) {
                options.append(" -D").append(name).append('=').append(value);
            }
        });
        return options.toString();
    }

    /** Refuses a snapshot that must not be published, by what it says of itself. */
    final void refuse(String name, Manifest manifest) throws MojoFailureException {
        Refusals.check(name, manifest, today());
        if (requireRelease) {
            Refusals.checkRelease(name, manifest);
        }
    }

    /** The day on which exemptions have to count. */
    static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    final Publishing publishing() throws MojoFailureException {
        Optional<Path> planFile = SnapshotSource.isProject(session)
                ? Optional.of(Path.of(session.getCurrentProject().getBuild().getDirectory(), "aml", "plan.json"))
                : Optional.empty();
        return new Publishing(connection(), folder(), planFile, getLog());
    }

    final boolean isCalledByName() {
        return execution.getSource() == MojoExecution.Source.CLI;
    }
}

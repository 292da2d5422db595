package io.github.amlmaven.mojo;

import io.github.amlmaven.workspace.azure.Cloud;
import io.github.amlmaven.workspace.azure.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals have in common that ask Azure: which cloud, who asks, and how patiently. */
abstract class AbstractConnectedMojo extends AbstractStoredMojo {

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

    private final Access access;

    @SuppressWarnings("NullAway.Init")
    AbstractConnectedMojo(SnapshotSource source, Access access) {
        super(source);
        this.access = access;
    }

    final Connection connection() throws MojoFailureException {
        TrustStore.check(session.getSystemProperties());
        Map<String, String> environment = environment();
        String authority = environment.get(Connection.AUTHORITY);
        if (authority != null) {
            HttpsAddress.of(Connection.AUTHORITY, authority);
        }
        return new Connection(
                Choice.of("aml.cloud", Cloud.class, cloud),
                endpoint == null ? Optional.empty() : Optional.of(HttpsAddress.of("aml.endpoint", endpoint)),
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
                "aml-maven-plugin/" + plugin().getVersion());
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
}

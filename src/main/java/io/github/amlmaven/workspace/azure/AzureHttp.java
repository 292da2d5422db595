package io.github.amlmaven.workspace.azure;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.ProxyOptions;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.http.policy.ExponentialBackoffOptions;
import com.azure.core.http.policy.RequestIdPolicy;
import com.azure.core.http.policy.RequestRetryCondition;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.core.http.policy.UserAgentPolicy;
import com.azure.core.util.Configuration;
import com.azure.core.util.ConfigurationBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.resourcemanager.resources.fluentcore.policy.AuthenticationPolicy;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;

/** What Azure's libraries run on here: one HTTP client for all of them, who asks, and how often. */
final class AzureHttp {
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

    /** A service that asks for more than that is not waited for. */
    private static final long LONGEST_RETRY_AFTER_SECONDS = 300;

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    /** Too slow, too many, broken, busy: the same request may succeed a little later. */
    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);

    private final Connection connection;
    private final HttpClient client;
    private final TokenCredential credential;

    AzureHttp(Connection connection) {
        this.connection = connection;
        Configuration configuration = configuration(connection.environment());
        this.client = client(connection, configuration);
        this.credential = credential(connection, configuration, client);
    }

    HttpClient client() {
        return client;
    }

    TokenCredential credential() {
        return credential;
    }

    HttpPipeline resourceManager() {
        return new HttpPipelineBuilder()
                .policies(
                        new UserAgentPolicy(connection.agent()),
                        new RequestIdPolicy(),
                        retries(),
                        new AuthenticationPolicy(credential, connection.cloud().environment(), connection.scope()),
                        new NoLength(),
                        new RequestLog())
                .httpClient(client)
                .build();
    }

    private static RetryOptions retries(Connection connection) {
        return new RetryOptions(new ExponentialBackoffOptions()
                        .setMaxRetries(connection.patience().attempts() - 1)
                        .setBaseDelay(connection.patience().pause())
                        .setMaxDelay(LONGEST_DELAY))
                .setShouldRetryCondition(AzureHttp::mayPass);
    }

    /** Storage's own policy knows no {@code Retry-After}: it tries once, and this one as often as is set. */
    RetryPolicy retries() {
        return new RetryPolicy(retries(connection));
    }

    private static boolean mayPass(RequestRetryCondition condition) {
        HttpResponse response = condition.getResponse();
        return response == null
                ? Failures.isCutOff(condition.getThrowable()) && !Failures.isUntrusted(condition.getThrowable())
                : PASSING.contains(response.getStatusCode()) && isSoon(response);
    }

    /** A date or an absurd number of seconds is left to the policy and to the user respectively. */
    private static boolean isSoon(HttpResponse response) {
        String after = response.getHeaderValue(HttpHeaderName.RETRY_AFTER);
        return after == null
                || !SECONDS.matcher(after).matches()
                || Long.parseLong(after) <= LONGEST_RETRY_AFTER_SECONDS;
    }

    private static Configuration configuration(Map<String, String> environment) {
        ConfigurationBuilder builder = new ConfigurationBuilder();
        environment.forEach(builder::putProperty);
        return builder.build();
    }

    private static HttpClient client(Connection connection, Configuration configuration) {
        Connection.Patience patience = connection.patience();
        // A builder of our own, so that the threads are its own, too, and end with it.
        JdkHttpClientBuilder builder = new JdkHttpClientBuilder(java.net.http.HttpClient.newBuilder())
                .connectionTimeout(patience.connect())
                .responseTimeout(patience.answer())
                .readTimeout(patience.answer())
                .writeTimeout(patience.answer())
                .configuration(configuration);
        Optional<Connection.Proxy> proxy = connection.proxy().or(() -> EnvironmentProxy.of(connection.environment()));
        proxy.ifPresent(one -> builder.proxy(options(one)));
        return new ProxyLogin(new Unreached(builder.build(), proxy), proxy);
    }

    private static ProxyOptions options(Connection.Proxy proxy) {
        ProxyOptions options =
                new ProxyOptions(ProxyOptions.Type.HTTP, new InetSocketAddress(proxy.host(), proxy.port()));
        return proxy.nonProxyHosts().isEmpty() ? options : options.setNonProxyHosts(proxy.nonProxyHosts());
    }

    /**
     * The service principal of the environment. azure-identity finds it, too, and says so in two lines of the log; it has no setting for them.
     * For whom else it finds, the line that says who that is stays.
     */
    private static Optional<Identity> principal(Map<String, String> environment) {
        String tenant = environment.getOrDefault("AZURE_TENANT_ID", "");
        String client = environment.getOrDefault("AZURE_CLIENT_ID", "");
        String secret = environment.getOrDefault("AZURE_CLIENT_SECRET", "");
        boolean whole = !tenant.isEmpty() && !client.isEmpty() && !secret.isEmpty();
        return whole && !environment.containsKey("AZURE_TOKEN_CREDENTIALS")
                ? Optional.of(new Identity.ServicePrincipal(tenant, client, secret))
                : Optional.empty();
    }

    private static TokenCredential credential(Connection connection, Configuration configuration, HttpClient client) {
        Identity identity = connection.identity() instanceof Identity.Found found
                ? principal(connection.environment()).orElse(found)
                : connection.identity();
        if (identity instanceof Identity.Bearer bearer) {
            return request -> Mono.just(new AccessToken(bearer.token(), OffsetDateTime.MAX));
        }
        if (identity instanceof Identity.ServicePrincipal principal) {
            ClientSecretCredentialBuilder builder = new ClientSecretCredentialBuilder()
                    .tenantId(principal.tenant())
                    .clientId(principal.clientId())
                    .clientSecret(principal.secret())
                    .authorityHost(connection.authority())
                    .configuration(configuration)
                    .addPolicy(new NoLength())
                    .retryOptions(retries(connection))
                    .httpClient(client);
            return (connection.isPrivate() ? builder.disableInstanceDiscovery() : builder).build();
        }
        DefaultAzureCredentialBuilder builder = new DefaultAzureCredentialBuilder()
                .authorityHost(connection.authority())
                .configuration(configuration)
                .addPolicy(new NoLength())
                .retryOptions(retries(connection))
                .httpClient(client);
        return (connection.isPrivate() ? builder.disableInstanceDiscovery() : builder).build();
    }
}

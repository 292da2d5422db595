package io.github.amlmaven.workspace.azure;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.amlmaven.document.ExactJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/**
 * A service principal with a secret, by the <a
 * href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow">client credentials grant</a>, which is one
 * request. azure-identity does it with a library of its own that takes its time to load, and writes what fails into the log, as errors, twice.
 */
final class ClientSecret implements TokenCredential {
    private static final int OK = 200;

    private final String authority;
    private final Identity.ServicePrincipal principal;
    private final HttpPipeline pipeline;

    /**
     * Asks nothing yet.
     *
     * @param authority where Entra ID answers, such as {@code https://login.microsoftonline.com/}
     * @param principal who asks
     * @param pipeline what reaches it
     */
    ClientSecret(String authority, Identity.ServicePrincipal principal, HttpPipeline pipeline) {
        this.authority = authority;
        this.principal = principal;
        this.pipeline = pipeline;
    }

    /** The secret never goes over an open line. */
    private URL address() {
        try {
            URI address = URI.create(authority + (authority.endsWith("/") ? "" : "/") + encoded(principal.tenant())
                    + "/oauth2/v2.0/token");
            if ("https".equals(address.getScheme()) && address.getHost() != null) {
                return address.toURL();
            }
        } catch (IllegalArgumentException | MalformedURLException e) {
            throw new ClientAuthenticationException(noAddress(), null, e);
        }
        throw new ClientAuthenticationException(noAddress(), null);
    }

    private String noAddress() {
        return "AZURE_AUTHORITY_HOST is '" + authority + "'; it takes an address that begins with https://";
    }

    @Override
    public Mono<AccessToken> getToken(TokenRequestContext request) {
        return Mono.fromCallable(() -> getTokenSync(request));
    }

    @Override
    public AccessToken getTokenSync(TokenRequestContext request) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", principal.clientId());
        form.put("client_secret", principal.secret());
        form.put("scope", String.join(" ", request.getScopes()));
        HttpRequest asked = new HttpRequest(HttpMethod.POST, address())
                .setHeader(HttpHeaderName.CONTENT_TYPE, "application/x-www-form-urlencoded")
                .setHeader(HttpHeaderName.ACCEPT, "application/json")
                .setBody(form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&")));
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        try (HttpResponse response = pipeline.sendSync(asked, ResourceManager.WHOLE)) {
            JsonNode answer = read(response);
            String token = answer.path("access_token").asText();
            long seconds = answer.path("expires_in").asLong();
            if (AzureHttp.mayPass(response)) {
                throw new UncheckedIOException(new IOException(why(response, answer)));
            } else if (response.getStatusCode() != OK || token.isEmpty() || seconds <= 0) {
                throw new ClientAuthenticationException(why(response, answer), response);
            }
            return new AccessToken(token, now.plusSeconds(seconds));
        }
    }

    /** The service's own words, where it has some. */
    private static String why(HttpResponse response, JsonNode answer) {
        String description = answer.path("error_description").asText();
        return description.isEmpty() ? "Entra ID answered " + response.getStatusCode() + ", and no token" : description;
    }

    private static JsonNode read(HttpResponse response) {
        BinaryData body = response.getBodyAsBinaryData();
        try {
            boolean empty = body == null || body.toBytes().length == 0;
            return empty ? MissingNode.getInstance() : ExactJson.read(body.toStream());
        } catch (IOException e) {
            // A proxy's error page is no JSON, and has no token.
            return MissingNode.getInstance();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

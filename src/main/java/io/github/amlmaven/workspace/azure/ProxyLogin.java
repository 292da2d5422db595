package io.github.amlmaven.workspace.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Tells a proxy who asks, with every request, where somebody is to be told; and tells the user when it lets nobody through. The JDK's client takes
 * the header to the proxy alone. Its own way, an authenticator, is closed: before Java 24 it takes the token of every request out as soon as it has
 * one (JDK-8326949).
 */
final class ProxyLogin implements HttpClient {
    private static final HttpHeaderName HEADER = HttpHeaderName.fromString("Proxy-Authorization");
    private static final int WANTS_TO_KNOW_WHO_ASKS = 407;

    private final HttpClient client;
    private final Optional<String> credentials;

    /** A proxy that answered in the place of Azure. */
    static final class BarredException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BarredException(String challenge) {
            super(challenge);
        }
    }

    ProxyLogin(HttpClient client, Optional<Connection.Proxy> proxy) {
        this.client = client;
        this.credentials = proxy.filter(one -> !one.user().isEmpty()).map(ProxyLogin::basic);
    }

    private static String basic(Connection.Proxy proxy) {
        byte[] both = (proxy.user() + ":" + proxy.password()).getBytes(UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    private HttpRequest signed(HttpRequest request) {
        return credentials.map(text -> request.setHeader(HEADER, text)).orElse(request);
    }

    private static HttpResponse checked(HttpResponse response) {
        if (response.getStatusCode() != WANTS_TO_KNOW_WHO_ASKS) {
            return response;
        }
        String challenge = response.getHeaderValue(HttpHeaderName.PROXY_AUTHENTICATE);
        // It has no body that could be closed.
        throw new BarredException(Objects.requireNonNullElse(challenge, "it does not say how"));
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
        return client.send(signed(request)).map(ProxyLogin::checked);
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request, Context context) {
        return client.send(signed(request), context).map(ProxyLogin::checked);
    }

    @Override
    public HttpResponse sendSync(HttpRequest request, Context context) {
        return checked(client.sendSync(signed(request), context));
    }
}

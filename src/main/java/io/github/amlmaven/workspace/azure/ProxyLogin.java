package io.github.amlmaven.workspace.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import java.util.Base64;
import reactor.core.publisher.Mono;

/**
 * Tells a proxy who asks, with every request. The JDK's client takes the header to the proxy alone. Its own way, an authenticator, is closed: before
 * Java 24 it takes the token of every request out as soon as it has one (JDK-8326949).
 */
final class ProxyLogin implements HttpClient {
    private static final HttpHeaderName HEADER = HttpHeaderName.fromString("Proxy-Authorization");

    private final HttpClient client;
    private final String credentials;

    ProxyLogin(HttpClient client, Connection.Proxy proxy) {
        this.client = client;
        byte[] both = (proxy.user() + ":" + proxy.password()).getBytes(UTF_8);
        this.credentials = "Basic " + Base64.getEncoder().encodeToString(both);
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
        return client.send(request.setHeader(HEADER, credentials));
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request, Context context) {
        return client.send(request.setHeader(HEADER, credentials), context);
    }

    @Override
    public HttpResponse sendSync(HttpRequest request, Context context) {
        return client.sendSync(request.setHeader(HEADER, credentials), context);
    }
}

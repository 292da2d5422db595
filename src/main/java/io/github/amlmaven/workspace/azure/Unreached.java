package io.github.amlmaven.workspace.azure;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URL;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Says where nobody was reached. The JDK's client throws a {@link ConnectException} without a message, and below it an exception that is as mute;
 * neither has the host.
 */
final class Unreached implements HttpClient {
    private static final int TLS = 443;

    private final HttpClient client;
    private final Optional<Connection.Proxy> proxy;

    Unreached(HttpClient client, Optional<Connection.Proxy> proxy) {
        this.client = client;
        this.proxy = proxy;
    }

    /** Nothing when something else was thrown, or it speaks for itself. */
    private Optional<UncheckedIOException> told(HttpRequest request, Throwable thrown) {
        return Failures.cause(thrown, ConnectException.class)
                .filter(mute -> mute.getMessage() == null)
                .map(mute -> {
                    boolean unknown = Failures.cause(thrown, UnresolvedAddressException.class)
                            .isPresent();
                    ConnectException told = new ConnectException(words(request.getUrl(), unknown));
                    told.addSuppressed(thrown);
                    return new UncheckedIOException(told);
                });
    }

    private Throwable toldOrSame(HttpRequest request, Throwable thrown) {
        return told(request, thrown).<Throwable>map(told -> told).orElse(thrown);
    }

    private String words(URL url, boolean unknown) {
        String what = unknown ? "no address is known of " : "nothing takes connections at ";
        String host = url.getHost() + ":" + (url.getPort() < 0 ? TLS : url.getPort());
        return proxy.map(one -> what + "the proxy " + one.host() + ":" + one.port() + ", or "
                        + (unknown ? "of " : "at ") + host + " if that is one of its nonProxyHosts")
                .orElse(what + host + ", and no proxy is named in Maven's settings or in HTTPS_PROXY");
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
        return client.send(request).onErrorMap(e -> toldOrSame(request, e));
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request, Context context) {
        return client.send(request, context).onErrorMap(e -> toldOrSame(request, e));
    }

    @Override
    public HttpResponse sendSync(HttpRequest request, Context context) {
        try {
            return client.sendSync(request, context);
        } catch (RuntimeException e) {
            throw told(request, e).<RuntimeException>map(told -> told).orElse(e);
        }
    }
}

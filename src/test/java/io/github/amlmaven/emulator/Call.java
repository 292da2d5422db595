package io.github.amlmaven.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request as it came in. */
final class Call {
    private final String method;
    private final URI uri;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    /** Takes headers by any case of their names. */
    Call(String method, URI uri, Map<String, List<String>> headers, byte[] body) {
        this.method = method;
        this.uri = uri;
        this.headers = headers;
        this.body = body.clone();
    }

    /** The same request of another path and query. */
    Call at(String target) {
        return new Call(method, URI.create(target), headers, body);
    }

    String method() {
        return method;
    }

    /** Path and query, not decoded. */
    String target() {
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    String path() {
        return uri.getPath();
    }

    /** The path's pieces, decoded one by one. */
    List<String> segments() {
        return Arrays.stream(uri.getRawPath().split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), UTF_8))
                .toList();
    }

    /** The query's parameters by name; of two with one name the last. */
    Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                query.put(
                        URLDecoder.decode(name, UTF_8),
                        equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), UTF_8));
            }
        }
        return query;
    }

    Map<String, List<String>> headers() {
        return headers;
    }

    Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst();
    }

    byte[] body() {
        return body.clone();
    }

    /**
     * The body as a JSON object.
     *
     * @throws Refusal when it is none
     */
    ObjectNode json() throws Refusal {
        try {
            if (Json.read(body) instanceof ObjectNode object) {
                return object;
            }
            throw Refusal.invalid("The request content was invalid: a JSON object is expected.");
        } catch (IOException e) {
            throw Refusal.invalid("The request content was invalid and could not be deserialized: " + e.getMessage());
        }
    }

    /** Whether it changes something when it succeeds; a look at secrets or a token does not. */
    boolean writes() {
        return switch (method) {
            case "PUT", "PATCH", "DELETE" -> true;
            case "POST" -> !path().matches("(?i).*/(token|listSecrets|listKeys)");
            default -> false;
        };
    }
}

package io.github.amlmaven.workspace.azure;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.document.ExactJson;
import io.github.amlmaven.workspace.WorkspaceException;
import io.github.amlmaven.workspace.WorkspaceException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Azure Resource Manager, as JSON trees: reads, writes that may take their time, and actions. */
final class ResourceManager {
    /** Reads the body where a cut connection is still tried again. */
    static final Context WHOLE = new Context("azure-eagerly-read-response", true);

    private static final int ACCEPTED = 202;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    /** The first status that is none of success. */
    static final int FIRST_ERROR = 400;

    /** The states in which nothing goes on, as Resource Manager has them. */
    private static final Set<String> FINAL = Set.of("succeeded", "failed", "canceled");

    private final Connection connection;
    private final HttpPipeline pipeline;
    private final LongRunning operations;

    ResourceManager(Connection connection, HttpPipeline pipeline) {
        this.connection = connection;
        this.pipeline = pipeline;
        this.operations = new LongRunning(connection.patience(), pipeline);
    }

    /**
     * Reads.
     *
     * @param path the id of a resource, or of a collection
     * @param query what else to ask for
     * @return what is there, if anything is
     */
    Optional<JsonNode> get(String path, Map<String, String> query) throws WorkspaceException, InterruptedException {
        return get(path, url(path, query));
    }

    /**
     * Reads a list, page after page.
     *
     * @param path the id of the collection
     * @param query what else to ask for
     * @param limit how many are read at most
     * @return what is in it; nothing when there is no such collection
     * @throws WorkspaceException also when it has no end
     */
    List<JsonNode> list(String path, Map<String, String> query, int limit)
            throws WorkspaceException, InterruptedException {
        List<JsonNode> found = new ArrayList<>();
        Set<String> links = new HashSet<>();
        Optional<JsonNode> page = get(path, query);
        while (page.isPresent()) {
            page.get().path("value").forEach(found::add);
            String link = page.get().path("nextLink").asText("");
            if (link.isEmpty() || link.equals("null") || found.size() >= limit) {
                break;
            } else if (!links.add(link)) {
                throw new WorkspaceException(
                        Reason.UNAVAILABLE, "Azure's list " + path + " has no end: it comes back to the same page.");
            }
            page = Optional.of(next(path, link));
        }
        return found.subList(0, Math.min(limit, found.size()));
    }

    private JsonNode next(String path, String link) throws WorkspaceException, InterruptedException {
        return get(path, address(path, link))
                .orElseThrow(() -> Failures.answered("GET the rest of " + path, NOT_FOUND, MissingNode.getInstance()));
    }

    /** It may have a token of its own in it, and is not shown. */
    private static URL address(String path, String link) throws WorkspaceException {
        try {
            return absolute(URI.create(link));
        } catch (IllegalArgumentException e) {
            throw new WorkspaceException(
                    Reason.UNAVAILABLE, "What Azure names as the next page of the list " + path + " is no address.");
        }
    }

    private Optional<JsonNode> get(String path, URL url) throws WorkspaceException, InterruptedException {
        String asked = "GET " + path;
        try (HttpResponse response = send(asked, new HttpRequest(HttpMethod.GET, url))) {
            return response.getStatusCode() == NOT_FOUND ? Optional.empty() : Optional.of(checked(asked, response));
        }
    }

    /**
     * Calls an action that answers at once.
     *
     * @param path the id of the resource, and the action
     * @param body what to say
     * @return what it answered
     */
    JsonNode post(String path, ObjectNode body) throws WorkspaceException, InterruptedException {
        String asked = "POST " + path;
        try (HttpResponse response = send(asked, with(body, new HttpRequest(HttpMethod.POST, url(path, Map.of()))))) {
            return checked(asked, response);
        }
    }

    /**
     * Writes, and waits until it is done. Where somebody else's write of the same is under way, that is waited for first.
     *
     * @param path the id of the resource
     * @param headers what to say besides
     * @param body the resource
     * @return the resource as it is then
     */
    JsonNode put(String path, Map<HttpHeaderName, String> headers, ObjectNode body)
            throws WorkspaceException, InterruptedException {
        HttpRequest request = with(body, new HttpRequest(HttpMethod.PUT, url(path, Map.of())));
        headers.forEach(request::setHeader);
        Instant end = Instant.now().plus(connection.patience().operation());
        String asked = "PUT " + path;
        Optional<JsonNode> before = Optional.empty();
        for (int conflicts = 0; ; conflicts++) {
            try (HttpResponse response = send(asked, request)) {
                if (response.getStatusCode() != CONFLICT) {
                    return written(path, request, response);
                }
                Optional<JsonNode> there = get(path, Map.of());
                // What was in the way may have just ended, or have been followed by more. Where nothing goes on, a
                // second no is final.
                boolean alone = conflicts > 0 && there.equals(before) && !isBusy(there);
                if (alone || Instant.now().isAfter(end)) {
                    throw Failures.answered(asked, CONFLICT, body(asked, response));
                }
                before = there;
            }
            Thread.sleep(connection.patience().pause().toMillis());
        }
    }

    private JsonNode written(String path, HttpRequest request, HttpResponse response)
            throws WorkspaceException, InterruptedException {
        String asked = "PUT " + path;
        JsonNode answer = checked(asked, response);
        if (isDone(response, answer)) {
            return answer;
        }
        operations.await(asked, request, response);
        return get(path, Map.of())
                .orElseThrow(() -> Failures.answered(
                        "GET " + path + ", which it had just written", NOT_FOUND, MissingNode.getInstance()));
    }

    private static boolean isBusy(Optional<JsonNode> resource) {
        return resource.map(there ->
                        there.path("properties").path("provisioningState").asText(""))
                .filter(state -> !state.isEmpty() && !FINAL.contains(state.toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    private static boolean isDone(HttpResponse response, JsonNode answer) {
        String state = answer.path("properties").path("provisioningState").asText("");
        return response.getStatusCode() != ACCEPTED
                && response.getHeaderValue(HttpHeaderName.AZURE_ASYNCOPERATION) == null
                && (state.isEmpty() || state.equalsIgnoreCase("Succeeded") || state.equals("null"));
    }

    private HttpResponse send(String asked, HttpRequest request) throws WorkspaceException, InterruptedException {
        return Failures.explained(asked, () -> pipeline.sendSync(request, WHOLE));
    }

    private static HttpRequest with(ObjectNode body, HttpRequest request) {
        return request.setHeader(HttpHeaderName.CONTENT_TYPE, "application/json")
                .setBody(body.toString());
    }

    private static JsonNode checked(String asked, HttpResponse response) throws WorkspaceException {
        JsonNode body = body(asked, response);
        if (response.getStatusCode() >= FIRST_ERROR) {
            throw Failures.answered(asked, response.getStatusCode(), body);
        }
        return body;
    }

    /** A proxy's error page is no JSON; an answer that is meant to be some has to be. */
    private static JsonNode body(String asked, HttpResponse response) throws WorkspaceException {
        BinaryData data = response.getBodyAsBinaryData();
        byte[] bytes = data == null ? new byte[0] : data.toBytes();
        if (bytes.length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return ExactJson.read(BinaryData.fromBytes(bytes).toStream());
        } catch (JsonProcessingException e) {
            if (response.getStatusCode() >= FIRST_ERROR) {
                return MissingNode.getInstance();
            }
            throw new WorkspaceException(
                    Reason.UNAVAILABLE, "The answer to " + asked + " is no JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
    }

    private URL url(String path, Map<String, String> query) {
        StringBuilder url = new StringBuilder(base()).append(encoded(path)).append("?api-version=");
        url.append(encoded(connection.apiVersion()));
        query.forEach((name, value) ->
                url.append('&').append(encoded(name)).append('=').append(encoded(value)));
        return absolute(URI.create(url.toString()));
    }

    private String base() {
        String base = connection.resourceManager().toString();
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }

    private static URL absolute(URI uri) {
        try {
            return uri.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(uri + " is no address", e);
        }
    }
}

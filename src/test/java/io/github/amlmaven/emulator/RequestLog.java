package io.github.amlmaven.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every request that came in and what it was answered with, in order. */
public final class RequestLog {
    private static final Pattern PROVIDED =
            Pattern.compile("^/subscriptions/.*?/providers/(Microsoft\\.MachineLearningServices)/(.+)$");

    /**
     * One request.
     *
     * @param method in capitals
     * @param path not decoded, without the query
     * @param query the query's parameters
     * @param body what was sent, missing where it was no JSON
     * @param status what was answered; 0 when the connection was cut
     * @param userAgent who asked, empty when it did not say
     * @param writes whether it was meant to change something
     */
    public record Request(
            String method,
            String path,
            Map<String, String> query,
            JsonNode body,
            int status,
            String userAgent,
            boolean writes) {

        /**
         * What a principal has to be allowed for it, by the rule by which Resource Manager names actions: the types in the path and {@code read},
         * {@code write} or {@code delete}; what is called below them is an {@code action}. Nothing where it is no request to Resource Manager.
         */
        public Optional<String> action() {
            Matcher named = PROVIDED.matcher(path);
            if (!named.find()) {
                return Optional.empty();
            }
            List<String> segments = List.of(named.group(2).split("/"));
            List<String> types = new ArrayList<>();
            for (int i = 0; i < segments.size(); i += 2) {
                types.add(segments.get(i));
            }
            String does =
                    switch (method) {
                        case "GET", "HEAD" -> "read";
                        case "DELETE" -> "delete";
                        case "POST" -> "action";
                        default -> "write";
                    };
            return Optional.of(named.group(1) + "/" + String.join("/", types) + "/" + does);
        }

        /** Whether it was about blobs and not about the workspace. */
        public boolean ofBlobs() {
            return path.startsWith("/" + Azurite.ACCOUNT + "/");
        }

        @Override
        public String toString() {
            return method + " " + path + " " + status;
        }
    }

    private final List<Request> requests = new ArrayList<>();

    RequestLog() {}

    synchronized void add(Call call, int status) {
        requests.add(new Request(
                call.method(),
                call.target().replaceFirst("\\?.*", ""),
                Map.copyOf(call.query()),
                body(call),
                status,
                call.header("User-Agent").orElse(""),
                call.writes()));
    }

    private static JsonNode body(Call call) {
        if (call.header("Content-Type").filter(type -> type.contains("json")).isEmpty()) {
            return MissingNode.getInstance();
        }
        try {
            return Json.read(call.body());
        } catch (IOException e) {
            // Whatever was sent, the answer to it is in the log.
            return MissingNode.getInstance();
        }
    }

    /** Everything so far. */
    public synchronized List<Request> all() {
        return List.copyOf(requests);
    }

    /** What was meant to change something, blobs included, whether it was let or not. */
    public List<Request> writes() {
        return all().stream().filter(Request::writes).toList();
    }

    /** Forgets what came so far. */
    public synchronized void clear() {
        requests.clear();
    }

    JsonNode json() {
        ObjectNode log = Json.object();
        for (Request request : all()) {
            ObjectNode one = log.withArray("requests").addObject();
            one.put("method", request.method()).put("path", request.path());
            request.query().forEach(one.putObject("query")::put);
            one.put("status", request.status()).put("writes", request.writes()).put("userAgent", request.userAgent());
            if (!request.body().isMissingNode()) {
                one.set("body", request.body());
            }
        }
        return log;
    }
}

package io.github.amlmaven.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer before it is sent. */
final class Reply {
    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    Reply(int status, Map<String, List<String>> headers, byte[] body) {
        this.status = status;
        this.headers = new LinkedHashMap<>(headers);
        this.body = body.clone();
    }

    static Reply json(int status, JsonNode body) {
        return new Reply(status, Map.of("Content-Type", List.of("application/json; charset=utf-8")), Json.write(body));
    }

    static Reply empty(int status) {
        return new Reply(status, Map.of(), new byte[0]);
    }

    Reply with(String header, String value) {
        Reply more = new Reply(status, headers, body);
        more.headers.put(header, List.of(value));
        return more;
    }

    int status() {
        return status;
    }

    Map<String, List<String>> headers() {
        return headers;
    }

    byte[] body() {
        return body.clone();
    }
}

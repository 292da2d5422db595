package io.github.amlmaven.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Asks an emulator as a client of Azure would. */
final class Client {
    private final Emulator emulator;
    private final HttpClient http;
    private final String home;
    private final String token;
    private final String version;

    /** What was answered. */
    record Answer(HttpResponse<byte[]> response) {

        int statusCode() {
            return response.statusCode();
        }

        JsonNode json() throws IOException {
            return Json.read(response.body());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    /** Signs in. */
    Client(Emulator emulator) throws IOException, InterruptedException {
        this.emulator = emulator;
        http = HttpClient.newBuilder().sslContext(emulator.sslContext()).build();
        home = emulator.workspaceId();
        version = "2026-05-01";
        token = token("https://management.azure.com/.default");
    }

    private Client(Client other, String home, String token, String version) {
        emulator = other.emulator;
        http = other.http;
        this.home = home;
        this.token = token;
        this.version = version;
    }

    String token(String scope) throws IOException, InterruptedException {
        String form = "grant_type=client_credentials&client_id="
                + emulator.principal().clientId() + "&client_secret="
                + URLEncoder.encode(emulator.principal().secret(), StandardCharsets.UTF_8) + "&scope=" + scope;
        return send(HttpRequest.newBuilder(URI.create(
                                emulator.address() + "/" + emulator.principal().tenantId() + "/oauth2/v2.0/token"))
                        .POST(BodyPublishers.ofString(form)))
                .json()
                .path("access_token")
                .asText();
    }

    Client inRegistry() {
        return new Client(this, emulator.registryId(), token, version);
    }

    Client withToken(String other) {
        return new Client(this, home, other, version);
    }

    /** With no token. */
    Client without() {
        return withToken("");
    }

    Client ofVersion(String other) {
        return new Client(this, home, token, other);
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** Of an address that the emulator gave. */
    Answer getAt(String address) throws IOException, InterruptedException {
        return send(authorized(URI.create(address)).GET());
    }

    Answer put(String path, ObjectNode body) throws IOException, InterruptedException {
        return send(request(path).PUT(json(body)).header("Content-Type", "application/json"));
    }

    Answer post(String path, ObjectNode body) throws IOException, InterruptedException {
        return send(request(path).POST(json(body)).header("Content-Type", "application/json"));
    }

    Answer patch(String path, ObjectNode body) throws IOException, InterruptedException {
        return send(request(path).method("PATCH", json(body)).header("Content-Type", "application/json"));
    }

    Answer delete(String path) throws IOException, InterruptedException {
        return send(request(path).DELETE());
    }

    /** Writes a blob that is not there, and gives the status. */
    int putBlob(String signed, String name, String content) throws IOException, InterruptedException {
        String address = signed.replaceFirst("\\?", "/" + name + "?");
        return send(HttpRequest.newBuilder(URI.create(address))
                        .PUT(BodyPublishers.ofString(content))
                        .header("x-ms-blob-type", "BlockBlob")
                        .header("If-None-Match", "*")
                        .header("x-ms-version", "2021-08-06"))
                .statusCode();
    }

    private static HttpRequest.BodyPublisher json(ObjectNode body) {
        return BodyPublishers.ofByteArray(Json.write(body));
    }

    private HttpRequest.Builder request(String path) {
        String separator = path.contains("?") ? "&" : "?";
        String query = version.isEmpty() ? "" : separator + "api-version=" + version;
        return authorized(URI.create(emulator.address() + home + (path.isEmpty() ? "" : "/" + path) + query));
    }

    private HttpRequest.Builder authorized(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new Answer(http.send(request.build(), BodyHandlers.ofByteArray()));
    }
}

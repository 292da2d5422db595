package io.github.amlmaven.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The blobs of the workspaces' storage account: hands requests on to Azurite, makes containers, and looks into them. */
final class Blobs {
    /** Hop by hop, or set by the client itself. */
    private static final Set<String> NOT_PASSED_ON =
            Set.of("connection", "content-length", "expect", "host", "keep-alive", "transfer-encoding", "upgrade");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Supplier<Azurite> azurite;
    private volatile boolean used;

    /** Takes where to find Azurite, which is not asked for before somebody needs a blob. */
    Blobs(Supplier<Azurite> azurite) {
        this.azurite = azurite;
    }

    /** Whether anybody has needed a blob. */
    boolean isUsed() {
        return used;
    }

    /** Hands a request for the account on. */
    Reply forward(Call call) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(call.target()))
                .method(call.method(), HttpRequest.BodyPublishers.ofByteArray(call.body()));
        call.headers().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        HttpResponse<byte[]> response = send(request.build());
        Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
        headers.keySet()
                .removeIf(name -> NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))
                        && !(call.method().equals("HEAD") && name.equalsIgnoreCase("content-length")));
        return new Reply(response.statusCode(), headers, response.body());
    }

    void createContainer(String name) throws IOException {
        HttpResponse<byte[]> response =
                send(HttpRequest.newBuilder(at("/" + Azurite.ACCOUNT + "/" + name + "?restype=container&" + own()))
                        .PUT(HttpRequest.BodyPublishers.noBody())
                        .header("x-ms-version", "2021-08-06")
                        .build());
        if (response.statusCode() != 201 && response.statusCode() != 409) {
            throw new IOException("no container " + name + ": " + new String(response.body(), UTF_8));
        }
    }

    /** What is in a container: each blob's name and the SHA-256 of its bytes; nothing where there is no such container. */
    Optional<SortedMap<String, String>> list(String container, String prefix) throws IOException {
        SortedMap<String, String> blobs = new TreeMap<>();
        String marker = "";
        do {
            Optional<Document> page = page(container, prefix, "&marker=" + URLEncoder.encode(marker, UTF_8));
            if (page.isEmpty()) {
                return Optional.empty();
            }
            NodeList names = page.get().getElementsByTagName("Blob");
            for (int i = 0; i < names.getLength(); i++) {
                String name = text((Element) names.item(i), "Name");
                blobs.put(name, digest(read(container, name)));
            }
            marker = text(page.get().getDocumentElement(), "NextMarker");
        } while (!marker.isEmpty());
        return Optional.of(blobs);
    }

    /** Whether a container has a blob whose name begins so. */
    boolean hasAny(String container, String prefix) throws IOException {
        return page(container, prefix, "&maxresults=1")
                .filter(page -> page.getElementsByTagName("Blob").getLength() > 0)
                .isPresent();
    }

    private Optional<Document> page(String container, String prefix, String rest) throws IOException {
        HttpResponse<byte[]> response = send(HttpRequest.newBuilder(
                        at("/" + Azurite.ACCOUNT + "/" + container + "?restype=container&comp=list&prefix="
                                + URLEncoder.encode(prefix, UTF_8) + rest + "&" + own()))
                .build());
        return response.statusCode() == 404 ? Optional.empty() : Optional.of(xml(response));
    }

    byte[] read(String container, String name) throws IOException {
        String path = URLEncoder.encode(name, UTF_8).replace("+", "%20").replace("%2F", "/");
        HttpResponse<byte[]> response =
                send(HttpRequest.newBuilder(at("/" + Azurite.ACCOUNT + "/" + container + "/" + path + "?" + own()))
                        .build());
        if (response.statusCode() != 200) {
            throw new IOException("no blob " + name + " in " + container + ": " + response.statusCode());
        }
        return response.body();
    }

    /** What the emulator itself may do. */
    private static String own() {
        return Signatures.ofAccount(Duration.ofHours(1));
    }

    private static Document xml(HttpResponse<byte[]> response) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(response.body()));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(new String(response.body(), UTF_8), e);
        }
    }

    private static String text(Element element, String name) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeName().equals(name)) {
                return child.getTextContent();
            }
        }
        return "";
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI at(String target) {
        used = true;
        return URI.create(azurite.get().address() + target);
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}

package io.github.amlmaven.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;

/**
 * All there is, for comparing two runs: without times, without the emulator's own address, and with the files of code and of the datastore in place of the
 * container that they are in, since that is another one every time.
 */
final class State {
    private final World world;

    State(World world) {
        this.world = world;
    }

    ObjectNode dump() throws IOException {
        ObjectNode dump = Json.object();
        for (Resource resource : world.store().all().stream()
                .sorted(Comparator.comparing(one -> one.id().key()))
                .toList()) {
            ObjectNode one = dump.putObject(resource.id().toString());
            one.set("sent", plain(resource.sent()));
            one.set("answer", plain(resource.answer()));
        }
        return dump;
    }

    private JsonNode plain(JsonNode node) throws IOException {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = Json.object();
            for (var member : object.properties()) {
                copy.set(member.getKey(), plain(member.getValue()));
            }
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = Json.MAPPER.createArrayNode();
            for (JsonNode element : array) {
                copy.add(plain(element));
            }
            return copy;
        }
        if (!node.isTextual()) {
            return node;
        }
        String blobs = world.blobAddress() + "/";
        if (node.asText().startsWith(Homes.BLOBSTORE)) {
            return world.blobs().isUsed() ? files(node.asText()) : Json.object();
        }
        if (node.asText().startsWith(blobs)) {
            return files(node.asText().substring(blobs.length()));
        }
        return Json.MAPPER
                .getNodeFactory()
                .textNode(node.asText()
                        .replaceAll(
                                "(127\\.0\\.0\\.1|localhost):" + world.address().getPort(), "emulator"));
    }

    private ObjectNode files(String place) throws IOException {
        String[] parts = place.split("/", 2);
        ObjectNode files = Json.object();
        Optional<SortedMap<String, String>> blobs = world.blobs().list(parts[0], parts.length < 2 ? "" : parts[1]);
        blobs.ifPresent(found -> found.forEach(files::put));
        return files;
    }
}
